// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {ERC4626Upgradeable} from "@openzeppelin/contracts-upgradeable/token/ERC20/extensions/ERC4626Upgradeable.sol";
import {AccessControlUpgradeable} from "@openzeppelin/contracts-upgradeable/access/AccessControlUpgradeable.sol";
import {PausableUpgradeable} from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title The book of the staking vault: total assets, losses and the marks that move them
/// @dev All amounts in AID wei, NAVs in AID wei per 1e18 shares. `totalAssets` is a book value, moved only by deposits,
/// unstake requests and marks; AID that arrives between marks waits for the next one.
abstract contract VaultBook is ERC4626Upgradeable, AccessControlUpgradeable, PausableUpgradeable {
    bytes32 public constant NAV_ROLE = keccak256("NAV_ROLE");

    uint256 public bookAssets;
    /// @notice Losses recognised and not realised: they lower the unstaking NAV only.
    uint256 public unrealizedLoss;
    mapping(bytes32 assetId => uint256) public unrealizedLossOf;
    /// @notice AID owed to open unstake requests.
    uint256 public pendingAssets;
    mapping(bytes32 assetId => uint256) public outstandingOf;
    /// @notice Principal drawn and neither repaid nor written off.
    uint256 public totalOutstanding;
    /// @notice Income earned and not yet received, as of the last mark.
    uint256 public accruedIncome;
    /// @notice The number of the last mark.
    uint64 public epoch;

    event NavUpdated(
        uint64 indexed epoch,
        uint256 totalAssets,
        uint256 unrealizedLoss,
        uint256 totalSupply,
        uint256 stakingNav,
        uint256 unstakingNav
    );
    event UnrealizedLossSet(bytes32 indexed assetId, uint64 indexed epoch, uint256 oldLoss, uint256 newLoss);
    event LossRealized(bytes32 indexed assetId, uint64 indexed epoch, uint256 amount, uint256 coveredByReserve);

    error ZeroAmount();
    error LossAboveAssets(uint256 loss, uint256 bookAssets);
    error PendingAboveAssets(uint256 pendingAssets, uint256 assets);
    error AmountAboveOutstanding(bytes32 assetId, uint256 amount, uint256 outstanding);
    error CoverAboveLoss(uint256 coveredByReserve, uint256 amount);
    error CoverNotReceived(uint256 coveredByReserve, uint256 received);

    /// @notice The mark: totalAssets = AID held - AID owed to open requests + outstanding principal + `income`.
    /// @param income income earned and not yet received, in AID wei
    function updateNav(uint256 income) external onlyRole(NAV_ROLE) {
        _markBook(income);
        _emitNav();
    }

    /// @notice The same mark without a log.
    function syncNav(uint256 income) external onlyRole(NAV_ROLE) {
        _markBook(income);
    }

    /// @notice Recognises (or reverses) the unrealised loss of an asset; the book stays as it is.
    function setUnrealizedLoss(bytes32 assetId, uint256 newLoss) external onlyRole(NAV_ROLE) {
        uint256 oldLoss = unrealizedLossOf[assetId];
        unrealizedLossOf[assetId] = newLoss;
        unrealizedLoss = unrealizedLoss - oldLoss + newLoss;
        _requireLossCovered();
        emit UnrealizedLossSet(assetId, ++epoch, oldLoss, newLoss);
        _emitNav();
    }

    /// @notice Writes `amount` of an asset's principal off. The reserve fund's share, `coveredByReserve`, must have
    /// arrived as AID since the last mark. The asset's unrealised loss falls by the same amount, down to zero.
    function realizeLoss(bytes32 assetId, uint256 amount, uint256 coveredByReserve) external onlyRole(NAV_ROLE) {
        if (amount == 0) revert ZeroAmount();
        if (coveredByReserve > amount) revert CoverAboveLoss(coveredByReserve, amount);
        uint256 loss = amount - coveredByReserve;
        if (loss > bookAssets) revert LossAboveAssets(loss, bookAssets);
        uint256 received = _bookAtMark(accruedIncome) - bookAssets;
        if (coveredByReserve > received) revert CoverNotReceived(coveredByReserve, received);
        _lowerOutstanding(assetId, amount);
        uint256 released = Math.min(amount, unrealizedLossOf[assetId]);
        unrealizedLossOf[assetId] -= released;
        unrealizedLoss -= released;
        bookAssets -= loss;
        _requireLossCovered();
        emit LossRealized(assetId, ++epoch, amount, coveredByReserve);
        _emitNav();
    }

    /// @notice The book value, in AID wei.
    function totalAssets() public view override returns (uint256) {
        return bookAssets;
    }

    /// @notice AID wei for `shares` at the unstaking NAV:
    /// floor(shares * (totalAssets - unrealizedLoss + 1) / (totalSupply + 1)).
    function convertToAssetsWithLoss(uint256 shares) public view returns (uint256) {
        return Math.mulDiv(shares, bookAssets - unrealizedLoss + 1, totalSupply() + 1);
    }

    /// @notice AID wei per 1e18 shares, unrealised losses ignored, floored: the price of deposits.
    function stakingNav() public view returns (uint256) {
        return convertToAssets(1e18);
    }

    /// @notice AID wei per 1e18 shares, unrealised losses taken off, floored: the price of exits.
    function unstakingNav() public view returns (uint256) {
        return convertToAssetsWithLoss(1e18);
    }

    function _markBook(uint256 income) private {
        accruedIncome = income;
        bookAssets = _bookAtMark(income);
        epoch++;
        _requireLossCovered();
    }

    function _bookAtMark(uint256 income) private view returns (uint256) {
        uint256 assets = IERC20(asset()).balanceOf(address(this)) + totalOutstanding + income;
        if (assets < pendingAssets) revert PendingAboveAssets(pendingAssets, assets);
        return assets - pendingAssets;
    }

    function _lowerOutstanding(bytes32 assetId, uint256 amount) internal {
        uint256 outstanding = outstandingOf[assetId];
        if (amount > outstanding) revert AmountAboveOutstanding(assetId, amount, outstanding);
        outstandingOf[assetId] = outstanding - amount;
        totalOutstanding -= amount;
    }

    function _requireLossCovered() private view {
        if (unrealizedLoss > bookAssets) revert LossAboveAssets(unrealizedLoss, bookAssets);
    }

    function _emitNav() private {
        emit NavUpdated(epoch, bookAssets, unrealizedLoss, totalSupply(), stakingNav(), unstakingNav());
    }
}
