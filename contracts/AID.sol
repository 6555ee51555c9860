// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC20Upgradeable} from "@openzeppelin/contracts-upgradeable/token/ERC20/ERC20Upgradeable.sol";
import {PausableUpgradeable} from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {DenyList} from "./DenyList.sol";

/// @notice Who takes a flash mint: gets the AID, and must hold it and the fee again when the call returns.
interface IFlashBorrower {
    function onFlashMint(uint256 amount, uint256 fee) external;
}

/// @title AI Dollar: a dollar of reserves per token, 18 decimals
/// @dev Runs behind an ERC1967Proxy. Minters, the bridge and flash mints move the supply.
contract AID is ERC20Upgradeable, DenyList, PausableUpgradeable, UUPSUpgradeable {
    bytes32 public constant MINTER_ROLE = keccak256("MINTER_ROLE");
    bytes32 public constant BRIDGE_MINTER_ROLE = keccak256("BRIDGE_MINTER_ROLE");
    /// @notice The fee of a flash mint in basis points, rounded up; it is burned.
    uint256 public constant FLASH_FEE_BPS = 5;
    uint256 private constant BPS = 10_000;

    /// @notice `amount` AID wei were minted to `to` and burned again, with the fee, in one call.
    event FlashMinted(address to, uint256 amount);

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }

    /// @notice Called once, through the proxy. `admin` may grant roles, pause and upgrade.
    function initialize(address admin) external initializer {
        __ERC20_init("AI Dollar", "AID");
        __AccessControl_init();
        __Pausable_init();
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
    }

    /// @notice Creates `amount` AID wei for `to`.
    function mint(address to, uint256 amount) external onlyRole(MINTER_ROLE) whenNotPaused {
        _mint(to, amount);
    }

    /// @notice Destroys `amount` AID wei of `from`, who has approved the caller unless he is the caller.
    function burn(address from, uint256 amount) external onlyRole(MINTER_ROLE) whenNotPaused {
        if (from != msg.sender) _spendAllowance(from, msg.sender, amount);
        _burn(from, amount);
    }

    /// @notice Creates what was burned on another chain.
    function bridgeMint(address to, uint256 amount) external onlyRole(BRIDGE_MINTER_ROLE) whenNotPaused {
        _mint(to, amount);
    }

    /// @notice Destroys what is to be minted on another chain.
    function bridgeBurn(address from, uint256 amount) external onlyRole(BRIDGE_MINTER_ROLE) whenNotPaused {
        _burn(from, amount);
    }

    /// @notice Lends the caller `amount` AID wei within this call, for a fee that is burned with them.
    function flashMint(uint256 amount) external whenNotPaused {
        uint256 fee = Math.mulDiv(amount, FLASH_FEE_BPS, BPS, Math.Rounding.Ceil);
        _mint(msg.sender, amount);
        IFlashBorrower(msg.sender).onFlashMint(amount, fee);
        _burn(msg.sender, amount + fee);
        emit FlashMinted(msg.sender, amount);
    }

    /// @notice Stops mints and burns of every kind. Transfers between holders go on.
    function pause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _pause();
    }

    /// @notice Allows mints and burns again.
    function unpause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _unpause();
    }

    function _update(address from, address to, uint256 value) internal override {
        _requireAdmitted(from);
        _requireAdmitted(to);
        super._update(from, to, value);
    }

    function _authorizeUpgrade(address) internal override onlyRole(DEFAULT_ADMIN_ROLE) {}
}
