// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// @title A place where tokens are supplied as collateral, 1:1 and without interest
contract LendingMarket {
    using SafeERC20 for IERC20;

    /// @notice What an account has supplied, in the token's own units.
    mapping(address token => mapping(address account => uint256)) public balanceOf;

    error ZeroAmount();
    error BalanceTooSmall(uint256 amount, uint256 available);

    /// @notice Takes `amount` units of the caller's token, who approved it.
    function supply(address token, uint256 amount) external {
        if (amount == 0) revert ZeroAmount();
        balanceOf[token][msg.sender] += amount;
        IERC20(token).safeTransferFrom(msg.sender, address(this), amount);
    }

    /// @notice Gives `amount` units back.
    function withdraw(address token, uint256 amount) external {
        uint256 available = balanceOf[token][msg.sender];
        if (amount == 0) revert ZeroAmount();
        if (amount > available) revert BalanceTooSmall(amount, available);
        balanceOf[token][msg.sender] = available - amount;
        IERC20(token).safeTransfer(msg.sender, amount);
    }
}
