// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AccessControlUpgradeable} from "@openzeppelin/contracts-upgradeable/access/AccessControlUpgradeable.sol";

/// @title Accounts that may neither send nor receive: a role, whose every change is told twice
/// @dev Each account that changes emits RoleGranted or RoleRevoked; the call as a whole emits one event with all the
/// accounts it named, also those that did not change.
abstract contract DenyList is AccessControlUpgradeable {
    bytes32 public constant DENIED_ADDRESS_ROLE = keccak256("DENIED_ADDRESS_ROLE");
    bytes32 public constant DENY_LIST_GUARD_ROLE = keccak256("DENY_LIST_GUARD_ROLE");

    event AddedToDenyList(address[] accounts);
    event RemovedFromDenyList(address[] accounts);

    error DeniedAddress(address account);

    /// @notice Denies these accounts; those already denied stay so.
    function addToDenyList(address[] calldata accounts) external onlyRole(DENY_LIST_GUARD_ROLE) {
        for (uint256 i = 0; i < accounts.length; i++) _grantRole(DENIED_ADDRESS_ROLE, accounts[i]);
        emit AddedToDenyList(accounts);
    }

    /// @notice Admits these accounts again.
    function removeFromDenyList(address[] calldata accounts) external onlyRole(DENY_LIST_GUARD_ROLE) {
        for (uint256 i = 0; i < accounts.length; i++) _revokeRole(DENIED_ADDRESS_ROLE, accounts[i]);
        emit RemovedFromDenyList(accounts);
    }

    function _requireAdmitted(address account) internal view {
        if (hasRole(DENIED_ADDRESS_ROLE, account)) revert DeniedAddress(account);
    }
}
