// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title How cash is divided among requests that stand in line
/// @dev Amounts in AID wei; `owed` from the oldest on. The parts never exceed what is owed, nor together the cash.
library FillRule {
    /// @notice The oldest get all they are owed, the last one that gets something perhaps only a part.
    function inOrder(uint256[] memory owed, uint256 cash) internal pure returns (uint256[] memory parts) {
        parts = new uint256[](owed.length);
        for (uint256 i = 0; i < owed.length && cash > 0; i++) {
            parts[i] = Math.min(cash, owed[i]);
            cash -= parts[i];
        }
    }

    /// @notice floor(owed * cash / due) for each; the wei that flooring leaves go to the oldest that still lack some.
    /// @param due the sum of what is owed
    /// @param cash at most `due`
    function proRata(uint256[] memory owed, uint256 due, uint256 cash) internal pure returns (uint256[] memory parts) {
        parts = new uint256[](owed.length);
        if (cash == 0) return parts;
        uint256 left = cash;
        for (uint256 i = 0; i < owed.length; i++) {
            parts[i] = Math.mulDiv(owed[i], cash, due);
            left -= parts[i];
        }
        for (uint256 i = 0; i < owed.length && left > 0; i++) {
            uint256 extra = Math.min(left, owed[i] - parts[i]);
            parts[i] += extra;
            left -= extra;
        }
    }
}
