// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AID} from "./AID.sol";

/// @title The second version of AID: payments with a reference, and accepted terms
/// @dev Replaces `AID` behind the same proxy; its storage is appended, nothing is migrated.
contract AIDV2 is AID {
    /// @notice The hash of the terms that an account accepted last, zero when none.
    mapping(address account => bytes32 termsHash) public termsOf;

    /// @notice `amount` AID wei were paid from `from` to `to` for `ref`.
    event PaymentReferenced(address indexed from, address indexed to, bytes32 indexed ref, uint256 amount);

    /// @notice Transfers `amount` AID wei to `to` and names what it pays for.
    function transferWithReference(address to, uint256 amount, bytes32 ref) external {
        _transfer(msg.sender, to, amount);
        emit PaymentReferenced(msg.sender, to, ref, amount);
    }

    /// @notice Stores `termsHash` as accepted by the caller.
    /// @dev The log it leaves, TermsAccepted(address indexed account, bytes32 termsHash), is in no published ABI:
    /// it stands for the undocumented events of a live deployment, which an indexer has to keep.
    function acceptTerms(bytes32 termsHash) external {
        termsOf[msg.sender] = termsHash;
        bytes32 topic = keccak256("TermsAccepted(address,bytes32)");
        assembly ("memory-safe") {
            mstore(0x00, termsHash)
            log2(0x00, 0x20, topic, caller())
        }
    }
}
