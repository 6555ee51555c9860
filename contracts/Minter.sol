// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {AID} from "./AID.sol";
import {CollateralDesk} from "./CollateralDesk.sol";

/// @title Issues AID against stablecoins and keeps them: the custody of AID's liquid reserves
/// @dev Stablecoin amounts have 6 decimals, AID amounts 18. AID's MINTER_ROLE is needed.
contract Minter is CollateralDesk {
    using SafeERC20 for IERC20;

    bytes32 public constant TREASURER_ROLE = keccak256("TREASURER_ROLE");
    bytes32 public constant VAULT_ROLE = keccak256("VAULT_ROLE");
    bytes32 public constant RETURN_ROLE = keccak256("RETURN_ROLE");

    /// @notice Where stablecoins go that buy T-bills, and come back from when T-bills are sold.
    address public immutable tbillCustodian;

    event Minted(
        address indexed caller,
        address indexed recipient,
        address indexed collateral,
        uint256 collateralIn,
        uint256 aidOut,
        uint256 fee
    );
    event ReserveMoved(address indexed asset, address indexed destination, bytes32 indexed purpose, uint256 amount);

    error NotDivisible(uint256 aidAmount);

    constructor(AID aid_, address admin, address tbillCustodian_) CollateralDesk(aid_, admin) {
        if (tbillCustodian_ == address(0)) revert ZeroAddress();
        tbillCustodian = tbillCustodian_;
    }

    /// @notice Takes `collateralIn` units of the caller's stablecoin and mints AID 1:1 less the mint fee. Exact:
    /// the gross is a multiple of 1e12, so a fee in basis points leaves no remainder.
    /// @return aidOut AID wei minted to `recipient`
    function mint(address collateral, uint256 collateralIn, address recipient)
        external
        onlyWhitelisted
        returns (uint256 aidOut)
    {
        uint256 gross = collateralIn * AID_PER_UNIT;
        uint256 fee = gross * collateralOf[collateral].mintFeeBps / BPS;
        return _issue(collateral, collateralIn, msg.sender, recipient, fee);
    }

    /// @notice Principal or revenue comes back: takes the stablecoin of `payer`, who approved this contract, and mints
    /// AID 1:1, without fee, to `recipient`.
    /// @return aidOut AID wei minted
    function mintReturned(address collateral, uint256 collateralIn, address payer, address recipient)
        external
        onlyRole(RETURN_ROLE)
        returns (uint256 aidOut)
    {
        return _issue(collateral, collateralIn, payer, recipient, 0);
    }

    /// @notice Burns `aidAmount` AID wei of the calling vault, which approved it, and sends the same value in stablecoin
    /// to `destination`. `aidAmount` must be a multiple of 1e12.
    function releaseForDeployment(address collateral, uint256 aidAmount, address destination)
        external
        onlyRole(VAULT_ROLE)
    {
        if (aidAmount % AID_PER_UNIT != 0) revert NotDivisible(aidAmount);
        aid.burn(msg.sender, aidAmount);
        _moveOut(collateral, destination, "DEPLOYMENT", aidAmount / AID_PER_UNIT);
    }

    /// @notice Sends `amount` units of stablecoin to the T-bill custodian.
    function buyTbills(address collateral, uint256 amount) external onlyRole(TREASURER_ROLE) {
        _moveOut(collateral, tbillCustodian, "TBILL_BUY", amount);
    }

    /// @notice Takes `amount` units of stablecoin back from the T-bill custodian, who approved it.
    function sellTbills(address collateral, uint256 amount) external onlyRole(TREASURER_ROLE) {
        if (amount == 0) revert ZeroAmount();
        _requireEnabled(collateral);
        IERC20(collateral).safeTransferFrom(tbillCustodian, address(this), amount);
        emit ReserveMoved(collateral, address(this), "TBILL_SELL", amount);
    }

    /// @notice Sends `amount` units of stablecoin to a redeemer, which pays redemptions from them.
    function fundRedeemer(address collateral, address redeemer, uint256 amount) external onlyRole(TREASURER_ROLE) {
        _moveOut(collateral, redeemer, "REDEEMER_FLOAT", amount);
    }

    function _issue(address collateral, uint256 collateralIn, address payer, address recipient, uint256 fee)
        private
        returns (uint256 aidOut)
    {
        _requireEnabled(collateral);
        aidOut = collateralIn * AID_PER_UNIT - fee;
        if (aidOut == 0) revert ZeroAmount();
        IERC20(collateral).safeTransferFrom(payer, address(this), collateralIn);
        aid.mint(recipient, aidOut);
        emit Minted(msg.sender, recipient, collateral, collateralIn, aidOut, fee);
    }

    function _moveOut(address collateral, address destination, bytes32 purpose, uint256 amount) private {
        if (amount == 0) revert ZeroAmount();
        _requireEnabled(collateral);
        IERC20(collateral).safeTransfer(destination, amount);
        emit ReserveMoved(collateral, destination, purpose, amount);
    }
}
