import path from 'node:path';
import {Contract, JsonRpcProvider} from 'ethers';
import {loadNetwork} from '../chain/networks';
import {loadConfig, PROJECT_DIR} from '../config';
import {openApi} from './harness/api';
import {Squid} from './harness/squid';
import {createTestDatabase} from './postgres';

/** The first blocks of the real AID, compared with what the node itself answers at the indexed height. */
const BLOCKS = 2_000;
const HOLDERS = 20;
const [rpcUrl] = loadConfig().rpc['ethereum'] ?? [];

const ABI = ['function totalSupply() view returns (uint256)', 'function balanceOf(address) view returns (uint256)'];

(rpcUrl === undefined ? test.skip : test)(
  'rows of the real AID equal eth_call at the indexed height (set RPC_ETHEREUM to an archive node to run it)',
  async () => {
    const network = loadNetwork('ethereum', PROJECT_DIR);
    const aid = network.contracts.find(({role}) => role === 'aid')?.address ?? '';
    const to = network.startBlock + BLOCKS;
    const database = await createTestDatabase();
    const networkFile = path.join(PROJECT_DIR, 'networks', 'ethereum.json');
    const squid = Squid.start({networkFile, rpcUrl: rpcUrl ?? '', rpcName: 'ETHEREUM', dbUrl: database.url, to});
    const ended = await squid.ended;
    expect([ended, ended === 0 ? '' : squid.output.slice(-2000)]).toEqual([0, '']);

    const api = await openApi(database.url);
    const provider = new JsonRpcProvider(rpcUrl);
    const contract = new Contract(aid, ABI, provider);
    const ask = async (view: string, ...args: string[]): Promise<bigint> =>
      (await contract.getFunction(view).staticCall(...args, {blockTag: to})) as bigint;
    const {supply, tokenBalances} = await api.query<{
      supply: {total: string};
      tokenBalances: {account: string; balance: string}[];
    }>(`{ supply(asOf: {block: ${to}}) { total }
          tokenBalances(limit: ${HOLDERS}, orderBy: balance_DESC, where: {token_eq: "1-${aid}"}) { account balance } }`);
    expect(BigInt(supply.total)).toBe(await ask('totalSupply'));
    for (const {account, balance} of tokenBalances) expect(BigInt(balance)).toBe(await ask('balanceOf', account));

    provider.destroy();
    await api.close();
    await database.drop();
  },
  1_800_000,
);
