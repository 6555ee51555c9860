// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {VaultBook} from "./VaultBook.sol";

/// @title The calendar of the way out: cycles in which requests are gathered and times at which they are paid
abstract contract WithdrawalCycles is VaultBook {
    /// @dev FIFO pays the oldest first; PRO_RATA pays everybody the same part.
    enum FillPolicy {
        FIFO,
        PRO_RATA
    }

    struct Cycle {
        uint64 opensAt;
        uint64 cutoffAt;
        uint64 settlesAt;
        FillPolicy policy;
        bool isSettled;
    }

    bytes32 public constant OPERATOR_ROLE = keccak256("OPERATOR_ROLE");

    /// @notice The number of the last cycle opened, from 1; 0 when there was none.
    uint64 public lastCycleId;
    /// @notice The number of the last cycle settled; 0 when there was none.
    uint64 public lastSettledCycleId;
    mapping(uint64 cycleId => Cycle) public cycleOf;

    event WithdrawalCycleOpened(
        uint64 indexed cycleId, uint64 opensAt, uint64 cutoffAt, uint64 settlesAt, uint8 fillPolicy
    );
    event WithdrawalCycleSettled(
        uint64 indexed cycleId, uint256 unstakingNav, uint256 assetsRequested, uint256 assetsPaid
    );

    error InvalidCycle(uint64 opensAt, uint64 cutoffAt, uint64 settlesAt);
    error CycleNotOpened(uint64 cycleId);
    error CycleAlreadySettled(uint64 cycleId);
    error CycleOutOfOrder(uint64 cycleId, uint64 nextCycleId);
    error CycleNotDue(uint64 cycleId, uint64 settlesAt);

    /// @notice Opens the next cycle: requests made in [opensAt, cutoffAt) belong to it, those made before this call
    /// excepted, and it can be settled from settlesAt on. Times in unix seconds; a cycle neither begins before the one
    /// before it is closed nor is due before it.
    function openCycle(uint64 opensAt, uint64 cutoffAt, uint64 settlesAt, FillPolicy policy)
        external
        onlyRole(OPERATOR_ROLE)
        returns (uint64 cycleId)
    {
        Cycle storage previous = cycleOf[lastCycleId];
        bool isInOrder = opensAt >= previous.cutoffAt && settlesAt >= previous.settlesAt;
        if (!isInOrder || opensAt >= cutoffAt || cutoffAt > settlesAt) revert InvalidCycle(opensAt, cutoffAt, settlesAt);
        cycleId = ++lastCycleId;
        cycleOf[cycleId] = Cycle(opensAt, cutoffAt, settlesAt, policy, false);
        emit WithdrawalCycleOpened(cycleId, opensAt, cutoffAt, settlesAt, uint8(policy));
    }

    /// @notice The cycle that a request made now belongs to; 0 when none is open.
    function currentCycleId() public view returns (uint64 cycleId) {
        for (cycleId = lastCycleId; cycleId > 0 && cycleOf[cycleId].cutoffAt > block.timestamp; cycleId--) {
            if (cycleOf[cycleId].opensAt <= block.timestamp) return cycleId;
        }
        return 0;
    }

    /// @dev Marks the cycle as settled, where it may be: each once, when it is due, and in the order of the cycles, so
    /// that nobody chooses by whose policy the older requests are paid.
    function _closeCycle(uint64 cycleId) internal returns (Cycle memory cycle) {
        cycle = cycleOf[cycleId];
        if (cycle.cutoffAt == 0) revert CycleNotOpened(cycleId);
        if (cycle.isSettled) revert CycleAlreadySettled(cycleId);
        if (block.timestamp < cycle.settlesAt) revert CycleNotDue(cycleId, cycle.settlesAt);
        if (cycleId != lastSettledCycleId + 1) revert CycleOutOfOrder(cycleId, lastSettledCycleId + 1);
        lastSettledCycleId = cycleId;
        cycleOf[cycleId].isSettled = true;
    }
}
