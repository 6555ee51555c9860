// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {VaultBook} from "./VaultBook.sol";

/// @title The way out of the staking vault: requests with a fixed AID amount, paid in the order they were made
abstract contract UnstakeQueue is VaultBook {
    using SafeERC20 for IERC20;

    struct Request {
        address owner;
        uint64 requestedAt;
        uint256 assetsRemaining;
    }

    /// @notice The number of the last request made, from 1; 0 when there was none.
    uint256 public lastRequestId;
    uint256 private _settledRequests;
    mapping(uint256 requestId => Request) private _requests;
    /// @notice The open request of an address, 0 when it has none.
    mapping(address owner => uint256 requestId) public openRequestOf;

    event UnstakeRequested(
        uint256 indexed requestId,
        address indexed owner,
        uint64 indexed cycleId,
        uint256 shares,
        uint256 assetsQuoted,
        uint256 unstakingNav
    );
    event UnstakeFilled(
        uint256 indexed requestId,
        address indexed owner,
        uint64 indexed cycleId,
        uint256 assetsPaid,
        uint256 assetsRemaining
    );
    event UnstakeQueueProcessed(
        address indexed caller, uint256 iterations, uint256 assetsPaid, uint256 nextRequestId
    );

    error OpenRequest();
    error NothingToPay();

    /// @notice Burns `shares` now and owes the caller their AID at the unstaking NAV of this moment, floored.
    /// One open request per address. The event carries the unstaking NAV before the burn; cycles do not exist yet (0).
    /// @return requestId the number of the request, from 1
    function unstake(uint256 shares) external whenNotPaused returns (uint256 requestId) {
        if (openRequestOf[msg.sender] != 0) revert OpenRequest();
        uint256 nav = unstakingNav();
        uint256 assets = convertToAssetsWithLoss(shares);
        if (assets == 0) revert ZeroAmount();
        _burn(msg.sender, shares);
        bookAssets -= assets;
        pendingAssets += assets;
        requestId = ++lastRequestId;
        openRequestOf[msg.sender] = requestId;
        _requests[requestId] = Request(msg.sender, uint64(block.timestamp), assets);
        emit UnstakeRequested(requestId, msg.sender, 0, shares, assets, nav);
    }

    /// @notice Pays the AID that the vault holds to the oldest requests, at most `maxIterations` of them, the last one
    /// in part when the AID runs out. Anyone may call. Reverts NothingToPay when nothing can be paid.
    function processUnstakeQueue(uint256 maxIterations) external {
        uint256 held = IERC20(asset()).balanceOf(address(this));
        uint256 cash = held;
        uint256 iterations;
        while (iterations < maxIterations && cash > 0 && _settledRequests < lastRequestId) {
            cash -= _fill(_settledRequests + 1, cash);
            iterations++;
        }
        if (iterations == 0) revert NothingToPay();
        emit UnstakeQueueProcessed(msg.sender, iterations, held - cash, nextRequestId());
    }

    /// @notice The open request of `owner`: when it was made (unix seconds) and the AID wei still owed; zeros when none.
    function getUnstakeRequest(address owner)
        external
        view
        returns (uint256 requestTime, uint256 pendingAssets_)
    {
        Request storage request = _requests[openRequestOf[owner]];
        return (request.requestedAt, request.assetsRemaining);
    }

    /// @notice The request that is paid next, or the number that the next one will get when none is open.
    function nextRequestId() public view returns (uint256) {
        return _settledRequests + 1;
    }

    function _fill(uint256 requestId, uint256 cash) private returns (uint256 paid) {
        Request storage request = _requests[requestId];
        address owner = request.owner;
        paid = Math.min(cash, request.assetsRemaining);
        uint256 remaining = request.assetsRemaining - paid;
        request.assetsRemaining = remaining;
        pendingAssets -= paid;
        if (remaining == 0) {
            _settledRequests++;
            delete openRequestOf[owner];
        }
        IERC20(asset()).safeTransfer(owner, paid);
        emit UnstakeFilled(requestId, owner, 0, paid, remaining);
    }
}
