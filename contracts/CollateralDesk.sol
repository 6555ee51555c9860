// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {AID} from "./AID.sol";

/// @title What minter and redeemer share: accepted stablecoins, their fees, and who may trade
abstract contract CollateralDesk is AccessControl {
    struct Collateral {
        bool enabled;
        uint16 mintFeeBps;
        uint16 redeemFeeBps;
    }

    /// @dev AID wei per unit of a stablecoin with 6 decimals.
    uint256 internal constant AID_PER_UNIT = 1e12;
    uint256 internal constant BPS = 10_000;

    AID public immutable aid;
    mapping(address collateral => Collateral) public collateralOf;
    mapping(address account => bool) public isWhitelisted;

    event CollateralConfigured(address indexed collateral, bool enabled, uint16 mintFeeBps, uint16 redeemFeeBps);
    event WhitelistUpdated(address indexed account, bool allowed);

    error ZeroAddress();
    error ZeroAmount();
    error NotWhitelisted(address account);
    error CollateralDisabled(address collateral);
    error UnsupportedDecimals(address collateral, uint8 decimals);
    error FeeAboveWhole(uint16 feeBps);

    modifier onlyWhitelisted() {
        if (!isWhitelisted[msg.sender]) revert NotWhitelisted(msg.sender);
        _;
    }

    constructor(AID aid_, address admin) {
        if (address(aid_) == address(0) || admin == address(0)) revert ZeroAddress();
        aid = aid_;
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
    }

    /// @notice Accepts or refuses a stablecoin of 6 decimals; fees in basis points (1e4 = all).
    function configureCollateral(address collateral, bool enabled, uint16 mintFeeBps, uint16 redeemFeeBps)
        external
        onlyRole(DEFAULT_ADMIN_ROLE)
    {
        uint8 decimals = collateral.code.length == 0 ? 0 : IERC20Metadata(collateral).decimals();
        if (decimals != 6) revert UnsupportedDecimals(collateral, decimals);
        if (mintFeeBps > BPS) revert FeeAboveWhole(mintFeeBps);
        if (redeemFeeBps > BPS) revert FeeAboveWhole(redeemFeeBps);
        collateralOf[collateral] = Collateral(enabled, mintFeeBps, redeemFeeBps);
        _collateralConfigured(collateral);
        emit CollateralConfigured(collateral, enabled, mintFeeBps, redeemFeeBps);
    }

    /// @notice Lets `account` trade here, or no longer. Says nothing when nothing changes.
    function setWhitelisted(address account, bool allowed) external onlyRole(DEFAULT_ADMIN_ROLE) {
        if (isWhitelisted[account] == allowed) return;
        isWhitelisted[account] = allowed;
        emit WhitelistUpdated(account, allowed);
    }

    function _collateralConfigured(address collateral) internal virtual {}

    function _requireEnabled(address collateral) internal view {
        if (!collateralOf[collateral].enabled) revert CollateralDisabled(collateral);
    }
}
