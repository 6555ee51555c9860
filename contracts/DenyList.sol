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

    /// @notice Whether `account` may neither send nor receive.
    function isDenied(address account) public view returns (bool) {
        return hasRole(DENIED_ADDRESS_ROLE, account);
    }

    /// @notice As every role, except that nobody lets himself off the deny list.
    function renounceRole(bytes32 role, address account) public override {
        if (role == DENIED_ADDRESS_ROLE) revert DeniedAddress(account);
        super.renounceRole(role, account);
    }

    /// @dev The zero address is nobody: denying it must not stop every mint and burn.
    function _requireAdmitted(address account) internal view {
        if (account != address(0) && isDenied(account)) revert DeniedAddress(account);
    }
}
