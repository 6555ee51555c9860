// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title A constant-product pool of two tokens: a place where AID and sAID trade
/// @dev Amounts in each token's own units. Every rounding favours the pool.
contract LiquidityPool {
    using SafeERC20 for IERC20;

    uint256 public constant FEE_BPS = 4;
    uint256 private constant BPS = 10_000;

    IERC20 public immutable tokenA;
    IERC20 public immutable tokenB;
    uint256 public reserveA;
    uint256 public reserveB;
    uint256 public totalShares;
    mapping(address provider => uint256) public sharesOf;

    error SameToken();
    error UnknownToken(address token);
    error ZeroAmount();
    error EmptyPool();
    error SharesTooFew(uint256 shares, uint256 available);
    error OutputTooSmall(uint256 amountOut, uint256 minOut);

    constructor(IERC20 tokenA_, IERC20 tokenB_) {
        if (address(tokenA_) == address(tokenB_)) revert SameToken();
        tokenA = tokenA_;
        tokenB = tokenB_;
    }

    /// @notice Adds both tokens of the caller. The first deposit sets the price; later ones get shares for the smaller
    /// side, floored.
    /// @return shares sqrt(a * b) of the first deposit, floored, then in proportion
    function addLiquidity(uint256 a, uint256 b) external returns (uint256 shares) {
        shares = totalShares == 0
            ? Math.sqrt(a * b)
            : Math.min(Math.mulDiv(a, totalShares, reserveA), Math.mulDiv(b, totalShares, reserveB));
        if (shares == 0) revert ZeroAmount();
        totalShares += shares;
        sharesOf[msg.sender] += shares;
        reserveA += a;
        reserveB += b;
        tokenA.safeTransferFrom(msg.sender, address(this), a);
        tokenB.safeTransferFrom(msg.sender, address(this), b);
    }

    /// @notice Gives the caller's `shares` back as both tokens, floored.
    function removeLiquidity(uint256 shares) external returns (uint256 a, uint256 b) {
        uint256 available = sharesOf[msg.sender];
        if (shares == 0) revert ZeroAmount();
        if (shares > available) revert SharesTooFew(shares, available);
        a = Math.mulDiv(reserveA, shares, totalShares);
        b = Math.mulDiv(reserveB, shares, totalShares);
        sharesOf[msg.sender] = available - shares;
        totalShares -= shares;
        reserveA -= a;
        reserveB -= b;
        tokenA.safeTransfer(msg.sender, a);
        tokenB.safeTransfer(msg.sender, b);
    }

    /// @notice Swaps `amountIn` of `tokenIn` for the other token: the product of the reserves never falls; fee 4 bps of
    /// the input, which stays in the pool.
    /// @return amountOut units of the other token, floored, at least `minOut`
    function swap(address tokenIn, uint256 amountIn, uint256 minOut) external returns (uint256 amountOut) {
        bool aIn = tokenIn == address(tokenA);
        if (!aIn && tokenIn != address(tokenB)) revert UnknownToken(tokenIn);
        (uint256 reserveIn, uint256 reserveOut) = aIn ? (reserveA, reserveB) : (reserveB, reserveA);
        if (reserveIn == 0) revert EmptyPool();
        uint256 effectiveIn = amountIn * (BPS - FEE_BPS) / BPS;
        amountOut = Math.mulDiv(reserveOut, effectiveIn, reserveIn + effectiveIn);
        if (amountOut == 0) revert ZeroAmount();
        if (amountOut < minOut) revert OutputTooSmall(amountOut, minOut);
        (reserveIn, reserveOut) = (reserveIn + amountIn, reserveOut - amountOut);
        (reserveA, reserveB) = aIn ? (reserveIn, reserveOut) : (reserveOut, reserveIn);
        IERC20(tokenIn).safeTransferFrom(msg.sender, address(this), amountIn);
        (aIn ? tokenB : tokenA).safeTransfer(msg.sender, amountOut);
    }
}
