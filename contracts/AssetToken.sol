// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";
import {ERC1155Supply} from "@openzeppelin/contracts/token/ERC1155/extensions/ERC1155Supply.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";

/// @title Fractions of financed assets: one ERC-1155 whose token id is the asset id
/// @dev One token unit stands for one AID wei of principal drawn.
contract AssetToken is ERC1155Supply, AccessControl {
    using EnumerableSet for EnumerableSet.AddressSet;

    bytes32 public constant MINTER_ROLE = keccak256("MINTER_ROLE");
    bytes32 public constant VAULT_ROLE = keccak256("VAULT_ROLE");

    mapping(uint256 id => EnumerableSet.AddressSet) private _holders;
    /// @notice Principal not yet repaid, in AID wei.
    mapping(bytes32 assetId => uint256) public outstandingOf;

    event PrincipalRepaid(bytes32 indexed assetId, uint256 amount, uint256 outstanding);

    error ZeroAmount();
    error RepaymentAboveOutstanding(bytes32 assetId, uint256 amount, uint256 outstanding);

    constructor(address admin) ERC1155("") {
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
    }

    /// @notice Creates `amount` units of an asset for `to`; its outstanding principal rises by as many AID wei.
    function mint(address to, bytes32 assetId, uint256 amount) external onlyRole(MINTER_ROLE) {
        if (amount == 0) revert ZeroAmount();
        outstandingOf[assetId] += amount;
        _mint(to, uint256(assetId), amount, "");
    }

    /// @notice Lowers an asset's outstanding principal by `amount` AID wei. Tokens stay: they share the revenue.
    function recordRepayment(bytes32 assetId, uint256 amount) external onlyRole(VAULT_ROLE) {
        if (amount == 0) revert ZeroAmount();
        uint256 outstanding = outstandingOf[assetId];
        if (amount > outstanding) revert RepaymentAboveOutstanding(assetId, amount, outstanding);
        outstandingOf[assetId] = outstanding - amount;
        emit PrincipalRepaid(assetId, amount, outstanding - amount);
    }

    /// @notice All addresses that hold the asset's token, in no particular order.
    function holdersOf(bytes32 assetId) external view returns (address[] memory) {
        return _holders[uint256(assetId)].values();
    }

    function supportsInterface(bytes4 interfaceId) public view override(ERC1155, AccessControl) returns (bool) {
        return super.supportsInterface(interfaceId);
    }

    function _update(address from, address to, uint256[] memory ids, uint256[] memory values) internal override {
        super._update(from, to, ids, values);
        for (uint256 i = 0; i < ids.length; i++) {
            _trackHolder(from, ids[i]);
            _trackHolder(to, ids[i]);
        }
    }

    function _trackHolder(address account, uint256 id) private {
        if (account == address(0)) return;
        if (balanceOf(account, id) == 0) _holders[id].remove(account);
        else _holders[id].add(account);
    }
}
