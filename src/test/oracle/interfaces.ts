import {Interface} from 'ethers';

/** Written out by hand, so that a wrong generated ABI is found too. */
export const ERC20 = new Interface([
  'event Transfer(address indexed from, address indexed to, uint256 value)',
  'function totalSupply() view returns (uint256)',
  'function balanceOf(address) view returns (uint256)',
]);
export const VAULT = new Interface([
  'function convertToAssets(uint256) view returns (uint256)',
  'function convertToAssetsWithLoss(uint256) view returns (uint256)',
  'function totalAssets() view returns (uint256)',
]);
export const FEED = new Interface([
  'function latestRoundData() view returns (uint80, int256 answer, uint256, uint256 updatedAt, uint80)',
]);
export const MINTER = new Interface([
  'event ReserveMoved(address indexed asset, address indexed destination, bytes32 indexed purpose, uint256 amount)',
]);
export const DISTRIBUTOR = new Interface([
  'event RevenueDistributed(bytes32 indexed assetId, uint64 indexed epoch, uint256 gross, uint256 passThrough, uint256 protocolFee, uint256 performanceFee, uint256 reserveContribution, uint256 netToVault, uint256 paidToHolders, uint256 dust)',
]);
export const MULTI = new Interface([
  'event TransferSingle(address indexed operator, address indexed from, address indexed to, uint256 id, uint256 value)',
  'event TransferBatch(address indexed operator, address indexed from, address indexed to, uint256[] ids, uint256[] amounts)',
  'function balanceOf(address, uint256) view returns (uint256)',
]);
export const BRIDGE = new Interface([
  'event OFTSent(bytes32 indexed guid, uint32 dstEid, address indexed fromAddress, uint256 amountSentLD, uint256 amountReceivedLD)',
  'event OFTReceived(bytes32 indexed guid, uint32 srcEid, address indexed toAddress, uint256 amountReceivedLD)',
]);
export const ROLES = new Interface([
  'event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)',
  'function hasRole(bytes32 role, address account) view returns (bool)',
]);
