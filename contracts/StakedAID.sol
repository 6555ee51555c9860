// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {AccessControlUpgradeable} from "@openzeppelin/contracts-upgradeable/access/AccessControlUpgradeable.sol";
import {ERC1155Holder} from "@openzeppelin/contracts/token/ERC1155/utils/ERC1155Holder.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {AssetToken} from "./AssetToken.sol";
import {Minter} from "./Minter.sol";
import {UnstakeQueue} from "./UnstakeQueue.sol";

/// @title sAID: shares of the vault that finances AI infrastructure with staked AID
/// @dev ERC-4626 behind an ERC1967Proxy; AID and shares have 18 decimals. Exits go through `unstake`. Deploying capital
/// burns the vault's AID while a stablecoin leaves the minter's custody, so loans never back AID.
contract StakedAID is UnstakeQueue, ERC1155Holder, UUPSUpgradeable {
    using SafeERC20 for IERC20;

    uint256 private constant AID_PER_UNIT = 1e12;

    Minter public minter;
    /// @notice The token of financed assets that is told of repayments; zero when none.
    AssetToken public assetToken;

    event CapitalDeployed(bytes32 indexed assetId, address indexed destination, uint256 amount);
    event CapitalReturned(bytes32 indexed assetId, uint256 principal, uint256 income);

    error UseUnstake();
    error NotDivisible(uint256 aidAmount);
    error InsufficientIdle(uint256 amount, uint256 idle);

    /// @custom:oz-upgrades-unsafe-allow constructor
    constructor() {
        _disableInitializers();
    }

    /// @notice Called once, through the proxy. `admin` may grant roles, pause and upgrade.
    function initialize(IERC20 aid, Minter minter_, address admin) external initializer {
        __ERC20_init("Staked AI Dollar", "sAID");
        __ERC4626_init(aid);
        __AccessControl_init();
        __Pausable_init();
        minter = minter_;
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
    }

    /// @notice Stops deposits and unstake requests. Requests already made are still paid.
    function pause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _pause();
    }

    /// @notice Allows deposits and unstake requests again.
    function unpause() external onlyRole(DEFAULT_ADMIN_ROLE) {
        _unpause();
    }

    /// @notice Names the asset token that is told of repayments.
    function setAssetToken(AssetToken assetToken_) external onlyRole(DEFAULT_ADMIN_ROLE) {
        assetToken = assetToken_;
    }

    /// @notice Draws `amount` AID wei (a multiple of 1e12) for an asset: AID that no open request is owed is burned, and
    /// `destination` gets the same value in `collateral`.
    function deployCapital(bytes32 assetId, address collateral, uint256 amount, address destination)
        external
        onlyRole(OPERATOR_ROLE)
    {
        uint256 held = IERC20(asset()).balanceOf(address(this));
        uint256 idle = held > pendingAssets ? held - pendingAssets : 0;
        if (amount > idle) revert InsufficientIdle(amount, idle);
        IERC20(asset()).forceApprove(address(minter), amount);
        minter.releaseForDeployment(collateral, amount, destination);
        outstandingOf[assetId] += amount;
        totalOutstanding += amount;
        emit CapitalDeployed(assetId, destination, amount);
    }

    /// @notice Takes principal and income of an asset back: `payer`, who approved the minter, pays `collateral`, the
    /// vault gets AID. The book moves at the next mark.
    /// @param principal AID wei, a multiple of 1e12, at most what is outstanding
    /// @param income AID wei, a multiple of 1e12
    function returnCapital(bytes32 assetId, address collateral, address payer, uint256 principal, uint256 income)
        external
        onlyRole(OPERATOR_ROLE)
    {
        if (principal % AID_PER_UNIT != 0) revert NotDivisible(principal);
        if (income % AID_PER_UNIT != 0) revert NotDivisible(income);
        minter.mintReturned(collateral, (principal + income) / AID_PER_UNIT, payer, address(this));
        _lowerOutstanding(assetId, principal);
        if (principal > 0 && address(assetToken) != address(0)) assetToken.recordRepayment(assetId, principal);
        emit CapitalReturned(assetId, principal, income);
    }

    /// @notice Always reverts: the vault is left through `unstake`.
    function withdraw(uint256, address, address) public override returns (uint256) {
        revert UseUnstake();
    }

    /// @notice Always reverts: the vault is left through `unstake`.
    function redeem(uint256, address, address) public override returns (uint256) {
        revert UseUnstake();
    }

    /// @notice 0 while paused, else without limit.
    function maxDeposit(address receiver) public view override returns (uint256) {
        return paused() ? 0 : super.maxDeposit(receiver);
    }

    /// @notice 0 while paused, else without limit.
    function maxMint(address receiver) public view override returns (uint256) {
        return paused() ? 0 : super.maxMint(receiver);
    }

    /// @notice 0: there is no standard way out.
    function maxRedeem(address) public pure override returns (uint256) {
        return 0;
    }

    /// @notice 0: there is no standard way out.
    function maxWithdraw(address) public pure override returns (uint256) {
        return 0;
    }

    function supportsInterface(bytes4 interfaceId)
        public
        view
        override(AccessControlUpgradeable, ERC1155Holder)
        returns (bool)
    {
        return super.supportsInterface(interfaceId);
    }

    function _transferIn(address from, uint256 assets) internal override {
        super._transferIn(from, assets);
        bookAssets += assets;
    }

    function _authorizeUpgrade(address) internal override onlyRole(DEFAULT_ADMIN_ROLE) {}
}
