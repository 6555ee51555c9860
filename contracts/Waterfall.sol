// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {AssetToken} from "./AssetToken.sol";

/// @title The split of an asset's revenue: pass-through, fees, reserve, vault and holders
/// @dev All amounts in AID wei. gross = passThrough + protocolFee + performanceFee + reserveContribution + netToVault +
/// paidToHolders + dust, exactly.
abstract contract Waterfall is AccessControl {
    using SafeERC20 for IERC20;

    struct Legs {
        uint256 gross;
        uint256 passThrough;
        uint256 protocolFee;
        uint256 performanceFee;
        uint256 reserveContribution;
        uint256 netToVault;
        uint256 paidToHolders;
        uint256 dust;
    }

    bytes32 public constant COLLECTOR_ROLE = keccak256("COLLECTOR_ROLE");
    uint8 public constant REVENUE = 0;
    uint8 public constant PASS_THROUGH = 1;
    uint256 private constant BPS = 10_000;

    IERC20 public immutable aid;
    address public immutable vault;
    AssetToken public immutable assetToken;
    address public immutable treasury;
    address public immutable serviceProvider;

    uint16 public protocolFeeBps;
    uint16 public performanceFeeBps;
    uint16 public reserveBps;
    /// @notice What was set aside against losses and not drawn yet: one fund for all assets.
    uint256 public reserveFund;
    /// @notice Received and not distributed yet, by asset and kind.
    mapping(bytes32 assetId => mapping(uint8 kind => uint256)) public pendingOf;
    /// @notice The number of distributions of an asset.
    mapping(bytes32 assetId => uint64) public epochOf;

    event FeeConfigSet(uint16 protocolFeeBps, uint16 performanceFeeBps, uint16 reserveBps);
    event RevenueDistributed(
        bytes32 indexed assetId,
        uint64 indexed epoch,
        uint256 gross,
        uint256 passThrough,
        uint256 protocolFee,
        uint256 performanceFee,
        uint256 reserveContribution,
        uint256 netToVault,
        uint256 paidToHolders,
        uint256 dust
    );
    event RevenuePaid(bytes32 indexed assetId, uint64 indexed epoch, address indexed holder, uint256 amount);

    error FeesAboveWhole(uint256 totalBps);
    error NothingToDistribute(bytes32 assetId);

    constructor(IERC20 aid_, address vault_, AssetToken assetToken_, address treasury_, address serviceProvider_) {
        aid = aid_;
        vault = vault_;
        assetToken = assetToken_;
        treasury = treasury_;
        serviceProvider = serviceProvider_;
    }

    /// @notice Sets the shares of revenue, in basis points, of the next distributions.
    function setFeeConfig(uint16 protocolFeeBps_, uint16 performanceFeeBps_, uint16 reserveBps_)
        external
        onlyRole(DEFAULT_ADMIN_ROLE)
    {
        uint256 totalBps = uint256(protocolFeeBps_) + performanceFeeBps_ + reserveBps_;
        if (totalBps > BPS) revert FeesAboveWhole(totalBps);
        (protocolFeeBps, performanceFeeBps, reserveBps) = (protocolFeeBps_, performanceFeeBps_, reserveBps_);
        emit FeeConfigSet(protocolFeeBps_, performanceFeeBps_, reserveBps_);
    }

    /// @notice Splits all that is pending for an asset. Fees are shares of revenue, floored; the net is split by token
    /// balance, floored, and what flooring leaves (dust) goes to the vault. An asset without tokens is the vault's.
    function distribute(bytes32 assetId) external onlyRole(COLLECTOR_ROLE) {
        Legs memory legs;
        uint256 revenue = pendingOf[assetId][REVENUE];
        legs.passThrough = pendingOf[assetId][PASS_THROUGH];
        legs.gross = revenue + legs.passThrough;
        if (legs.gross == 0) revert NothingToDistribute(assetId);
        delete pendingOf[assetId][REVENUE];
        delete pendingOf[assetId][PASS_THROUGH];
        uint64 epoch = ++epochOf[assetId];

        legs.protocolFee = revenue * protocolFeeBps / BPS;
        legs.performanceFee = revenue * performanceFeeBps / BPS;
        legs.reserveContribution = revenue * reserveBps / BPS;
        reserveFund += legs.reserveContribution;
        _pay(serviceProvider, legs.passThrough);
        _pay(treasury, legs.protocolFee + legs.performanceFee);
        uint256 net = revenue - legs.protocolFee - legs.performanceFee - legs.reserveContribution;
        (legs.netToVault, legs.paidToHolders) = _split(assetId, epoch, net);
        legs.dust = net - legs.netToVault - legs.paidToHolders;
        _pay(vault, legs.netToVault + legs.dust);
        _emitDistributed(assetId, epoch, legs);
    }

    function _split(bytes32 assetId, uint64 epoch, uint256 net)
        private
        returns (uint256 netToVault, uint256 paidToHolders)
    {
        uint256 supply = assetToken.totalSupply(uint256(assetId));
        if (supply == 0) return (net, 0);
        address[] memory holders = assetToken.holdersOf(assetId);
        for (uint256 i = 0; i < holders.length; i++) {
            uint256 share = Math.mulDiv(net, assetToken.balanceOf(holders[i], uint256(assetId)), supply);
            if (holders[i] == vault) {
                netToVault = share;
            } else if (share > 0) {
                paidToHolders += share;
                aid.safeTransfer(holders[i], share);
                emit RevenuePaid(assetId, epoch, holders[i], share);
            }
        }
    }

    function _pay(address to, uint256 amount) private {
        if (amount > 0) aid.safeTransfer(to, amount);
    }

    function _emitDistributed(bytes32 assetId, uint64 epoch, Legs memory legs) private {
        emit RevenueDistributed(
            assetId,
            epoch,
            legs.gross,
            legs.passThrough,
            legs.protocolFee,
            legs.performanceFee,
            legs.reserveContribution,
            legs.netToVault,
            legs.paidToHolders,
            legs.dust
        );
    }
}
