import {Interface} from 'ethers';
import {artifact, publishedAbi} from './artifacts';

const ROLES_EVENTS = [
  'RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)',
  'RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)',
  'RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)',
];
const ERC20_EVENTS = [
  'Transfer(address indexed from, address indexed to, uint256 value)',
  'Approval(address indexed owner, address indexed spender, uint256 value)',
];
const PROXY_EVENTS = [
  'Paused(address account)',
  'Unpaused(address account)',
  'Upgraded(address indexed implementation)',
  'Initialized(uint64 version)',
];
const DESK_EVENTS = [
  'CollateralConfigured(address indexed collateral, bool enabled, uint16 mintFeeBps, uint16 redeemFeeBps)',
  'WhitelistUpdated(address indexed account, bool allowed)',
];

/** What each contract of the local chain may say: names, order, types and indexing. */
const VOCABULARY: Readonly<Record<string, readonly string[]>> = {
  erc20: ERC20_EVENTS,
  aid: [
    ...ERC20_EVENTS,
    ...ROLES_EVENTS,
    ...PROXY_EVENTS,
    'PaymentReferenced(address indexed from, address indexed to, bytes32 indexed ref, uint256 amount)',
    'AddedToDenyList(address[] accounts)',
    'RemovedFromDenyList(address[] accounts)',
    'FlashMinted(address to, uint256 amount)',
  ],
  minter: [
    ...ROLES_EVENTS,
    ...DESK_EVENTS,
    'Minted(address indexed caller, address indexed recipient, address indexed collateral, uint256 collateralIn, uint256 aidOut, uint256 fee)',
    'ReserveMoved(address indexed asset, address indexed destination, bytes32 indexed purpose, uint256 amount)',
  ],
  redeemer: [
    ...ROLES_EVENTS,
    ...DESK_EVENTS,
    'DailyRedeemLimitSet(uint256 oldLimit, uint256 newLimit)',
    'Redeemed(address indexed owner, address indexed receiver, address indexed collateral, uint256 aidIn, uint256 collateralOut, uint256 fee)',
  ],
  reserveFeed: [
    ...ROLES_EVENTS,
    'AnswerUpdated(int256 indexed current, uint256 indexed roundId, uint256 updatedAt)',
    'NewRound(uint256 indexed roundId, address indexed startedBy, uint256 startedAt)',
  ],
  said: [
    ...ERC20_EVENTS,
    ...ROLES_EVENTS,
    ...PROXY_EVENTS,
    'Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares)',
    'Withdraw(address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares)',
    'NavUpdated(uint64 indexed epoch, uint256 totalAssets, uint256 unrealizedLoss, uint256 totalSupply, uint256 stakingNav, uint256 unstakingNav)',
    'UnrealizedLossSet(bytes32 indexed assetId, uint64 indexed epoch, uint256 oldLoss, uint256 newLoss)',
    'LossRealized(bytes32 indexed assetId, uint64 indexed epoch, uint256 amount, uint256 coveredByReserve)',
    'CapitalDeployed(bytes32 indexed assetId, address indexed destination, uint256 amount)',
    'CapitalReturned(bytes32 indexed assetId, uint256 principal, uint256 income)',
    'UnstakeRequested(uint256 indexed requestId, address indexed owner, uint64 indexed cycleId, uint256 shares, uint256 assetsQuoted, uint256 unstakingNav)',
    'UnstakeFilled(uint256 indexed requestId, address indexed owner, uint64 indexed cycleId, uint256 assetsPaid, uint256 assetsRemaining)',
    'UnstakeQueueProcessed(address indexed caller, uint256 iterations, uint256 assetsPaid, uint256 nextRequestId)',
    'WithdrawalCycleOpened(uint64 indexed cycleId, uint64 opensAt, uint64 cutoffAt, uint64 settlesAt, uint8 fillPolicy)',
    'WithdrawalCycleSettled(uint64 indexed cycleId, uint256 unstakingNav, uint256 assetsRequested, uint256 assetsPaid)',
  ],
  assetRegistry: [
    ...ROLES_EVENTS,
    'AssetRegistered(bytes32 indexed assetId, address indexed token, bytes32 indexed spId, uint8 assetClass, uint8 dealType, uint256 principal, uint32 aprBps, uint64 startAt, uint64 maturityAt, string metadataURI)',
    'AssetStatusChanged(bytes32 indexed assetId, uint8 indexed oldStatus, uint8 indexed newStatus)',
    'AssetAttested(bytes32 indexed assetId, address indexed attestor, bytes32 indexed kind, uint64 asOf, bytes32 dataHash, string uri)',
    'AssetValued(bytes32 indexed assetId, uint64 indexed asOf, uint256 outstandingPrincipal, uint256 collateralValue, uint32 utilizationBps)',
    'AttestorSet(address indexed attestor, bytes32 indexed kind, bool allowed)',
  ],
  assetToken: [
    ...ROLES_EVENTS,
    'ApprovalForAll(address indexed account, address indexed operator, bool approved)',
    'TransferSingle(address indexed operator, address indexed from, address indexed to, uint256 id, uint256 value)',
    'TransferBatch(address indexed operator, address indexed from, address indexed to, uint256[] ids, uint256[] values)',
    'URI(string value, uint256 indexed id)',
    'PrincipalRepaid(bytes32 indexed assetId, uint256 amount, uint256 outstanding)',
  ],
  revenueDistributor: [
    ...ROLES_EVENTS,
    'RevenueReceived(bytes32 indexed assetId, address indexed payer, address indexed currency, uint8 kind, uint256 amount, uint64 periodStart, uint64 periodEnd)',
    'RevenueDistributed(bytes32 indexed assetId, uint64 indexed epoch, uint256 gross, uint256 passThrough, uint256 protocolFee, uint256 performanceFee, uint256 reserveContribution, uint256 netToVault, uint256 paidToHolders, uint256 dust)',
    'RevenuePaid(bytes32 indexed assetId, uint64 indexed epoch, address indexed holder, uint256 amount)',
    'PaymentMissed(bytes32 indexed assetId, uint64 indexed dueAt, uint256 amountDue)',
    'FeeConfigSet(uint16 protocolFeeBps, uint16 performanceFeeBps, uint16 reserveBps)',
    'ReserveFundDrawn(bytes32 indexed assetId, address indexed to, uint256 amount)',
  ],
  bridge: [
    ...ROLES_EVENTS,
    'PeerSet(uint32 eid, bytes32 peer)',
    'OFTSent(bytes32 indexed guid, uint32 dstEid, address indexed fromAddress, uint256 amountSentLD, uint256 amountReceivedLD)',
    'OFTReceived(bytes32 indexed guid, uint32 srcEid, address indexed toAddress, uint256 amountReceivedLD)',
  ],
};

test.each(Object.keys(VOCABULARY))('the events of %s are those of the vocabulary, word for word', (role) => {
  const spoken: string[] = [];
  new Interface(publishedAbi(role)).forEachEvent((event) => spoken.push(event.format('full').replace('event ', '')));
  expect(spoken.sort()).toEqual([...(VOCABULARY[role] ?? [])].sort());
});

test('the published ABI of a role is that of the compiled contract behind it', () => {
  const contracts = {
    ...{aid: 'AIDV2', said: 'StakedAID', minter: 'Minter', redeemer: 'Redeemer', reserveFeed: 'ReserveFeed'},
    ...{assetRegistry: 'AssetRegistry', assetToken: 'AssetToken', revenueDistributor: 'RevenueDistributor'},
    bridge: 'AidOFTAdapter',
  };
  for (const [role, name] of Object.entries(contracts)) expect(publishedAbi(role)).toEqual(artifact(name).abi);
  expect(artifact('Stablecoin').abi).toEqual(expect.arrayContaining(publishedAbi('erc20') as unknown[]));
});
