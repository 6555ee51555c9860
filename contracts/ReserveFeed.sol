// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

/// @title A value in dollars, of the T-bills behind AID or of a token, as a Chainlink aggregator
/// @dev Answers have 8 decimals. `updatedAt` is the date of the valuation, which may lie before its publication.
contract ReserveFeed is AccessControl {
    using SafeCast for int256;

    /// @dev One slot.
    struct Round {
        int128 answer;
        uint64 startedAt;
        uint64 updatedAt;
    }

    bytes32 public constant ORACLE_ROLE = keccak256("ORACLE_ROLE");
    uint8 public constant decimals = 8;
    uint256 public constant version = 1;

    string public description;
    /// @notice The number of the latest round, 0 when there is none.
    uint80 public latestRound;
    mapping(uint80 roundId => Round) private _rounds;

    event NewRound(uint256 indexed roundId, address indexed startedBy, uint256 startedAt);
    event AnswerUpdated(int256 indexed current, uint256 indexed roundId, uint256 updatedAt);

    error NegativeAnswer(int256 answer);
    error ValuationInFuture(uint256 valuationAt);
    error ValuationOutdated(uint256 valuationAt, uint256 latestValuationAt);
    error NoSuchRound(uint80 roundId);

    constructor(address admin, string memory description_) {
        description = description_;
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
    }

    /// @notice Publishes a value of `answer` / 1e8 dollars as of `valuationAt` (unix seconds), not later than now and
    /// not before the previous one.
    function submit(int256 answer, uint256 valuationAt) external onlyRole(ORACLE_ROLE) {
        if (answer < 0) revert NegativeAnswer(answer);
        if (valuationAt > block.timestamp) revert ValuationInFuture(valuationAt);
        uint256 previous = _rounds[latestRound].updatedAt;
        if (valuationAt < previous) revert ValuationOutdated(valuationAt, previous);
        uint80 roundId = ++latestRound;
        _rounds[roundId] = Round(answer.toInt128(), uint64(block.timestamp), uint64(valuationAt));
        emit NewRound(roundId, msg.sender, block.timestamp);
        emit AnswerUpdated(answer, roundId, valuationAt);
    }

    /// @notice The latest round; reverts NoSuchRound when there is none.
    function latestRoundData()
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
    {
        return getRoundData(latestRound);
    }

    /// @notice The latest answer with 8 decimals, 0 when there is none, as Chainlink's aggregators do.
    function latestAnswer() external view returns (int256) {
        return _rounds[latestRound].answer;
    }

    /// @notice The contract that emits the rounds: this one, there is no proxy in front of it.
    function aggregator() external view returns (address) {
        return address(this);
    }

    /// @notice A round by its number, from 1; reverts NoSuchRound for others.
    function getRoundData(uint80 id)
        public
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
    {
        if (id == 0 || id > latestRound) revert NoSuchRound(id);
        Round storage round = _rounds[id];
        return (id, round.answer, round.startedAt, round.updatedAt, id);
    }
}
