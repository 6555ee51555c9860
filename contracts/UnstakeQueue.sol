// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {DenyList} from "./DenyList.sol";
import {FillRule} from "./FillRule.sol";
import {WithdrawalCycles} from "./WithdrawalCycles.sol";

/// @title The way out of the staking vault: requests with a fixed AID amount, paid by cycle or in the order they were made
/// @dev A request whose owner is on AID's deny list is passed over, and takes its place again once he is admitted.
abstract contract UnstakeQueue is WithdrawalCycles {
    using SafeERC20 for IERC20;

    struct Request {
        address owner;
        uint64 requestedAt;
        uint256 assetsRemaining;
    }

    /// @notice The number of the last request made, from 1; 0 when there was none.
    uint256 public lastRequestId;
    /// @dev This one and all before it are settled.
    uint256 private _settledRequests;
    mapping(uint256 requestId => Request) private _requests;
    mapping(address owner => uint256 requestId) private _lastRequestOf;

    event UnstakeRequested(
        uint256 indexed requestId,
        address indexed owner,
        uint64 indexed cycleId,
        uint256 shares,
        uint256 assetsQuoted,
        uint256 unstakingNav
    );
    event UnstakeFilled(
        uint256 indexed requestId,
        address indexed owner,
        uint64 indexed cycleId,
        uint256 assetsPaid,
        uint256 assetsRemaining
    );
    event UnstakeQueueProcessed(
        address indexed caller, uint256 iterations, uint256 assetsPaid, uint256 nextRequestId
    );

    error OpenRequest();
    error NothingToPay();

    /// @notice Burns `shares` now and owes the caller their AID at the unstaking NAV of this moment, floored.
    /// One open request per address. The event carries the unstaking NAV before the burn and the cycle now open (0 when
    /// none is).
    /// @return requestId the number of the request, from 1
    function unstake(uint256 shares) external whenNotPaused returns (uint256 requestId) {
        if (openRequestOf(msg.sender) != 0) revert OpenRequest();
        uint256 nav = unstakingNav();
        uint256 assets = convertToAssetsWithLoss(shares);
        if (assets == 0) revert ZeroAmount();
        _burn(msg.sender, shares);
        bookAssets -= assets;
        pendingAssets += assets;
        requestId = ++lastRequestId;
        _lastRequestOf[msg.sender] = requestId;
        _requests[requestId] = Request(msg.sender, uint64(block.timestamp), assets);
        emit UnstakeRequested(requestId, msg.sender, currentCycleId(), shares, assets, nav);
    }

    /// @notice Pays the AID that the vault holds to the oldest requests, at most `maxIterations` of them, the last one
    /// in part when the AID runs out. Anyone may call, at any time, whatever the policy of the cycles. Reverts
    /// NothingToPay when nothing can be paid.
    function processUnstakeQueue(uint256 maxIterations) external {
        uint256 held = IERC20(asset()).balanceOf(address(this));
        uint256 cash = held;
        uint256 iterations;
        for (uint256 id = nextRequestId(); id <= lastRequestId && iterations < maxIterations && cash > 0; id++) {
            uint256 paid = Math.min(cash, _payable(id));
            if (paid == 0) continue;
            _fill(id, paid, 0);
            cash -= paid;
            iterations++;
        }
        if (iterations == 0) revert NothingToPay();
        emit UnstakeQueueProcessed(msg.sender, iterations, held - cash, nextRequestId());
    }

    /// @notice Settles a cycle: pays what is open of the requests made before its cutoff, rolled ones included, out of
    /// the AID that the vault holds, by the cycle's policy. What is not paid waits for the next settlement. Anyone may
    /// call, once per cycle, in the order of the cycles, from its settlesAt on.
    function settleCycle(uint64 cycleId) external {
        Cycle memory cycle = _closeCycle(cycleId);
        uint256 first = nextRequestId();
        (uint256[] memory owed, uint256 due) = _dueBefore(cycle.cutoffAt);
        uint256 cash = Math.min(due, IERC20(asset()).balanceOf(address(this)));
        uint256[] memory parts = cycle.policy == FillPolicy.PRO_RATA
            ? FillRule.proRata(owed, due, cash)
            : FillRule.inOrder(owed, cash);
        for (uint256 i = 0; i < parts.length; i++) {
            if (parts[i] > 0) _fill(first + i, parts[i], cycleId);
        }
        emit WithdrawalCycleSettled(cycleId, unstakingNav(), due, cash);
    }

    /// @notice The open request of `owner`: when it was made (unix seconds) and the AID wei still owed; zeros when none.
    function getUnstakeRequest(address owner)
        external
        view
        returns (uint256 requestTime, uint256 pendingAssets_)
    {
        Request storage request = _requests[openRequestOf(owner)];
        return (request.requestedAt, request.assetsRemaining);
    }

    /// @notice The open request of an address, 0 when it has none.
    function openRequestOf(address owner) public view returns (uint256) {
        uint256 requestId = _lastRequestOf[owner];
        return _requests[requestId].assetsRemaining == 0 ? 0 : requestId;
    }

    /// @notice The oldest open request, or the number that the next one will get when none is open.
    function nextRequestId() public view returns (uint256) {
        return _settledRequests + 1;
    }

    /// @dev What can be paid to each request made before `cutoffAt`, from the oldest open one on, and the sum.
    function _dueBefore(uint64 cutoffAt) private view returns (uint256[] memory owed, uint256 due) {
        uint256 last = _settledRequests;
        while (last < lastRequestId && _requests[last + 1].requestedAt < cutoffAt) last++;
        owed = new uint256[](last - _settledRequests);
        for (uint256 i = 0; i < owed.length; i++) {
            owed[i] = _payable(_settledRequests + 1 + i);
            due += owed[i];
        }
    }

    /// @dev What is owed to a request, 0 while its owner may not receive AID.
    function _payable(uint256 requestId) private view returns (uint256) {
        Request storage request = _requests[requestId];
        uint256 owed = request.assetsRemaining;
        if (owed == 0 || DenyList(asset()).isDenied(request.owner)) return 0;
        return owed;
    }

    function _fill(uint256 requestId, uint256 paid, uint64 cycleId) private {
        Request storage request = _requests[requestId];
        address owner = request.owner;
        uint256 remaining = request.assetsRemaining - paid;
        request.assetsRemaining = remaining;
        pendingAssets -= paid;
        if (remaining == 0) _passSettled();
        IERC20(asset()).safeTransfer(owner, paid);
        emit UnstakeFilled(requestId, owner, cycleId, paid, remaining);
    }

    function _passSettled() private {
        uint256 settled = _settledRequests;
        while (settled < lastRequestId && _requests[settled + 1].assetsRemaining == 0) settled++;
        _settledRequests = settled;
    }
}
