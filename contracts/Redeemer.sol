// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {AID} from "./AID.sol";
import {CollateralDesk} from "./CollateralDesk.sol";

/// @title Takes AID back for one stablecoin, at once, out of its own float
/// @dev Views are those of the redeemer on Ethereum. AID's MINTER_ROLE is needed to burn.
contract Redeemer is CollateralDesk {
    using SafeERC20 for IERC20;

    /// @notice The one stablecoin that is paid out; zero before it is configured.
    address public stablecoin;
    /// @notice AID wei that may be redeemed per day of unix time; 0 until set.
    uint256 public redeemLimitPerDay;
    /// @notice The fee on redemptions in basis points, in AID, kept by the reserves.
    uint16 public redemptionFeeBps = 10;
    /// @notice AID wei redeemed on a day (unix seconds / 86400).
    mapping(uint256 day => uint256 aidAmount) public dailyRedeemed;

    event DailyRedeemLimitSet(uint256 oldLimit, uint256 newLimit);
    event Redeemed(
        address indexed owner,
        address indexed receiver,
        address indexed collateral,
        uint256 aidIn,
        uint256 collateralOut,
        uint256 fee
    );

    error OneStablecoinOnly(address stablecoin);
    error DailyLimitExceeded(uint256 aidIn, uint256 remaining);
    error FloatTooSmall(uint256 collateralOut, uint256 available);

    constructor(AID aid_, address admin) CollateralDesk(aid_, admin) {}

    /// @notice Sets how many AID wei may be redeemed per day.
    function setDailyRedeemLimit(uint256 newLimit) external onlyRole(DEFAULT_ADMIN_ROLE) {
        emit DailyRedeemLimitSet(redeemLimitPerDay, newLimit);
        redeemLimitPerDay = newLimit;
    }

    /// @notice Burns `aidIn` AID wei of the caller, who approved this contract, and pays stablecoin to `receiver`.
    /// Fee = aidIn * bps / 1e4, rounded up; payout = (aidIn - fee) / 1e12, rounded down. What rounding leaves stays in
    /// the reserves.
    /// @return collateralOut units of `collateral` (6 decimals)
    function redeem(address collateral, uint256 aidIn, address receiver)
        external
        onlyWhitelisted
        returns (uint256 collateralOut)
    {
        _requireEnabled(collateral);
        _countTowardsLimit(aidIn);
        uint256 fee = Math.mulDiv(aidIn, redemptionFeeBps, BPS, Math.Rounding.Ceil);
        collateralOut = (aidIn - fee) / AID_PER_UNIT;
        if (collateralOut == 0) revert ZeroAmount();
        uint256 available = IERC20(collateral).balanceOf(address(this));
        if (collateralOut > available) revert FloatTooSmall(collateralOut, available);
        aid.burn(msg.sender, aidIn);
        IERC20(collateral).safeTransfer(receiver, collateralOut);
        emit Redeemed(msg.sender, receiver, collateral, aidIn, collateralOut, fee);
    }

    function _countTowardsLimit(uint256 aidIn) private {
        uint256 day = block.timestamp / 1 days;
        uint256 used = dailyRedeemed[day];
        uint256 remaining = redeemLimitPerDay > used ? redeemLimitPerDay - used : 0;
        if (aidIn > remaining) revert DailyLimitExceeded(aidIn, remaining);
        dailyRedeemed[day] = used + aidIn;
    }

    function _collateralConfigured(address collateral) internal override {
        if (stablecoin != address(0) && stablecoin != collateral) revert OneStablecoinOnly(stablecoin);
        stablecoin = collateral;
        redemptionFeeBps = collateralOf[collateral].redeemFeeBps;
    }
}
