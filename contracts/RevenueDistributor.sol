// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {AssetToken} from "./AssetToken.sol";
import {Minter} from "./Minter.sol";
import {Waterfall} from "./Waterfall.sol";

/// @title Collects the revenue of financed assets as AID and distributes it; keeps the reserve fund
contract RevenueDistributor is Waterfall {
    using SafeERC20 for IERC20;

    Minter public immutable minter;
    /// @notice Payments reported missing, in AID wei, by asset and due date.
    mapping(bytes32 assetId => mapping(uint64 dueAt => uint256 amountDue)) public missedOf;

    event RevenueReceived(
        bytes32 indexed assetId,
        address indexed payer,
        address indexed currency,
        uint8 kind,
        uint256 amount,
        uint64 periodStart,
        uint64 periodEnd
    );
    event PaymentMissed(bytes32 indexed assetId, uint64 indexed dueAt, uint256 amountDue);
    event ReserveFundDrawn(bytes32 indexed assetId, address indexed to, uint256 amount);

    error ZeroAmount();
    error UnknownKind(uint8 kind);
    error InvalidPeriod(uint64 periodStart, uint64 periodEnd);
    error NotYetDue(uint64 dueAt);
    error AlreadyReported(bytes32 assetId, uint64 dueAt);
    error ReserveFundTooSmall(uint256 amount, uint256 reserveFund);

    constructor(
        IERC20 aid_,
        Minter minter_,
        address vault_,
        AssetToken assetToken_,
        address treasury_,
        address serviceProvider_,
        address admin
    ) Waterfall(aid_, vault_, assetToken_, treasury_, serviceProvider_) {
        minter = minter_;
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
    }

    /// @notice Collects `collateralAmount` units (6 decimals) from `payer`, who approved the minter, as AID.
    /// @param kind 0 revenue, 1 pass-through (costs that go on to the service provider, without fees)
    function receiveRevenue(
        bytes32 assetId,
        address collateral,
        address payer,
        uint8 kind,
        uint256 collateralAmount,
        uint64 periodStart,
        uint64 periodEnd
    ) external onlyRole(COLLECTOR_ROLE) {
        if (kind > PASS_THROUGH) revert UnknownKind(kind);
        if (periodStart > periodEnd) revert InvalidPeriod(periodStart, periodEnd);
        uint256 amount = minter.mintReturned(collateral, collateralAmount, payer, address(this));
        pendingOf[assetId][kind] += amount;
        emit RevenueReceived(assetId, payer, address(aid), kind, amount, periodStart, periodEnd);
    }

    /// @notice Records that a payment of `amountDue` AID wei, due at `dueAt` (not later than now), did not come.
    function reportMissed(bytes32 assetId, uint64 dueAt, uint256 amountDue) external onlyRole(COLLECTOR_ROLE) {
        if (amountDue == 0) revert ZeroAmount();
        if (dueAt > block.timestamp) revert NotYetDue(dueAt);
        if (missedOf[assetId][dueAt] != 0) revert AlreadyReported(assetId, dueAt);
        missedOf[assetId][dueAt] = amountDue;
        emit PaymentMissed(assetId, dueAt, amountDue);
    }

    /// @notice Pays `amount` AID wei of the reserve fund to `to`, for a loss of an asset.
    function drawReserveFund(bytes32 assetId, address to, uint256 amount) external onlyRole(DEFAULT_ADMIN_ROLE) {
        if (amount == 0) revert ZeroAmount();
        if (amount > reserveFund) revert ReserveFundTooSmall(amount, reserveFund);
        reserveFund -= amount;
        aid.safeTransfer(to, amount);
        emit ReserveFundDrawn(assetId, to, amount);
    }
}
