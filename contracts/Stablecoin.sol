// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

/// @title A dollar stablecoin with 6 decimals, deployed as USDC and as USDT
contract Stablecoin is ERC20, Ownable {
    /// @notice The deployer owns the supply.
    constructor(string memory name_, string memory symbol_) ERC20(name_, symbol_) Ownable(msg.sender) {}

    /// @notice 6, as the real USDC and USDT.
    function decimals() public pure override returns (uint8) {
        return 6;
    }

    /// @notice Creates `amount` units (1e6 = one dollar) for `to`.
    function mint(address to, uint256 amount) external onlyOwner {
        _mint(to, amount);
    }
}
