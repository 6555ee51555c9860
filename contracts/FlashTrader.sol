// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AID, IFlashBorrower} from "./AID.sol";

/// @title Somebody who takes flash mints: pays the fee from the AID sent to this contract before
contract FlashTrader is IFlashBorrower {
    AID public immutable aid;

    constructor(AID aid_) {
        aid = aid_;
    }

    /// @notice Takes `amount` AID wei and gives it back at once.
    function trade(uint256 amount) external {
        aid.flashMint(amount);
    }

    function onFlashMint(uint256, uint256) external view {}
}
