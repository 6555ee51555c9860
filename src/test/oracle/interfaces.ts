import {Interface} from 'ethers';

/** Written out by hand, so that a wrong generated ABI is found too. */
export const ERC20 = new Interface([
  'event Transfer(address indexed from, address indexed to, uint256 value)',
  'function totalSupply() view returns (uint256)',
  'function balanceOf(address) view returns (uint256)',
]);
export const VAULT = new Interface([
  'event Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares)',
  'event CapitalDeployed(bytes32 indexed assetId, address indexed destination, uint256 amount)',
  'event CapitalReturned(bytes32 indexed assetId, uint256 principal, uint256 income)',
  'event LossRealized(bytes32 indexed assetId, uint64 indexed epoch, uint256 amount, uint256 coveredByReserve)',
  'function convertToAssets(uint256) view returns (uint256)',
  'function convertToAssetsWithLoss(uint256) view returns (uint256)',
  'function totalAssets() view returns (uint256)',
  'function unrealizedLoss() view returns (uint256)',
  'function unrealizedLossOf(bytes32) view returns (uint256)',
  'function outstandingOf(bytes32) view returns (uint256)',
  'function totalOutstanding() view returns (uint256)',
]);
export const QUEUE = new Interface([
  'event UnstakeRequested(uint256 indexed requestId, address indexed owner, uint64 indexed cycleId, uint256 shares, uint256 assetsQuoted, uint256 unstakingNav)',
  'event UnstakeFilled(uint256 indexed requestId, address indexed owner, uint64 indexed cycleId, uint256 assetsPaid, uint256 assetsRemaining)',
  'event WithdrawalCycleOpened(uint64 indexed cycleId, uint64 opensAt, uint64 cutoffAt, uint64 settlesAt, uint8 fillPolicy)',
  'event WithdrawalCycleSettled(uint64 indexed cycleId, uint256 unstakingNav, uint256 assetsRequested, uint256 assetsPaid)',
  'function pendingAssets() view returns (uint256)',
  'function getUnstakeRequest(address) view returns (uint256 requestTime, uint256 pendingAssets)',
  'function openRequestOf(address) view returns (uint256)',
  'function lastRequestId() view returns (uint256)',
  'function lastCycleId() view returns (uint64)',
  'function cycleOf(uint64) view returns (uint64 opensAt, uint64 cutoffAt, uint64 settlesAt, uint8 policy, bool isSettled)',
]);
export const REGISTRY = new Interface([
  'event AssetRegistered(bytes32 indexed assetId, address indexed token, bytes32 indexed spId, uint8 assetClass, uint8 dealType, uint256 principal, uint32 aprBps, uint64 startAt, uint64 maturityAt, string metadataURI)',
  'event AssetStatusChanged(bytes32 indexed assetId, uint8 indexed oldStatus, uint8 indexed newStatus)',
  'function statusOf(bytes32) view returns (uint8)',
  'function registrationOf(bytes32) view returns (tuple(bytes32 assetId, address token, bytes32 spId, uint8 assetClass, uint8 dealType, uint256 principal, uint32 aprBps, uint64 startAt, uint64 maturityAt, string metadataURI))',
  'function valuationOf(bytes32) view returns (uint64 asOf, uint256 outstandingPrincipal, uint256 collateralValue, uint32 utilizationBps)',
]);
export const FEED = new Interface([
  'function latestRoundData() view returns (uint80, int256 answer, uint256 startedAt, uint256 updatedAt, uint80)',
]);
export const MINTER = new Interface([
  'event Minted(address indexed caller, address indexed recipient, address indexed collateral, uint256 collateralIn, uint256 aidOut, uint256 fee)',
  'event ReserveMoved(address indexed asset, address indexed destination, bytes32 indexed purpose, uint256 amount)',
]);
export const REDEEMER = new Interface([
  'event Redeemed(address indexed owner, address indexed receiver, address indexed collateral, uint256 aidIn, uint256 collateralOut, uint256 fee)',
  'function stablecoin() view returns (address)',
  'function redeemLimitPerDay() view returns (uint256)',
  'function redemptionFeeBps() view returns (uint16)',
  'function dailyRedeemed(uint256) view returns (uint256)',
]);
export const DISTRIBUTOR = new Interface([
  'event RevenueReceived(bytes32 indexed assetId, address indexed payer, address indexed currency, uint8 kind, uint256 amount, uint64 periodStart, uint64 periodEnd)',
  'event ReserveFundDrawn(bytes32 indexed assetId, address indexed to, uint256 amount)',
  'event RevenuePaid(bytes32 indexed assetId, uint64 indexed epoch, address indexed holder, uint256 amount)',
  'event RevenueDistributed(bytes32 indexed assetId, uint64 indexed epoch, uint256 gross, uint256 passThrough, uint256 protocolFee, uint256 performanceFee, uint256 reserveContribution, uint256 netToVault, uint256 paidToHolders, uint256 dust)',
]);
export const MULTI = new Interface([
  'event TransferSingle(address indexed operator, address indexed from, address indexed to, uint256 id, uint256 value)',
  'event TransferBatch(address indexed operator, address indexed from, address indexed to, uint256[] ids, uint256[] amounts)',
  'function balanceOf(address, uint256) view returns (uint256)',
  'function totalSupply(uint256) view returns (uint256)',
]);
/** AID's own events, those of its second version among them. */
export const AID = new Interface([
  'event FlashMinted(address to, uint256 amount)',
  'event PaymentReferenced(address indexed from, address indexed to, bytes32 indexed ref, uint256 amount)',
]);
export const BRIDGE = new Interface([
  'event OFTSent(bytes32 indexed guid, uint32 dstEid, address indexed fromAddress, uint256 amountSentLD, uint256 amountReceivedLD)',
  'event OFTReceived(bytes32 indexed guid, uint32 srcEid, address indexed toAddress, uint256 amountReceivedLD)',
]);
export const ROLES = new Interface([
  'event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)',
  'function hasRole(bytes32 role, address account) view returns (bool)',
]);
