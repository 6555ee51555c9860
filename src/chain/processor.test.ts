import {PROJECT_DIR} from '../config';
import {loadNetwork} from './networks';
import {buildProcessor} from './processor';

test('an RPC key is not among what the SDK shows of its endpoint', () => {
  const rpcUrl = 'https://node.example/v2/s3cr3t-key?apikey=s3cr3t-too';
  const processor = buildProcessor(loadNetwork('ethereum', PROJECT_DIR), {rpcUrl, headHeight: 0});
  const {getChainRpcClient} = processor as unknown as {getChainRpcClient: () => {getMetrics(): {url: string}}};
  expect(getChainRpcClient.call(processor).getMetrics().url).not.toMatch(/s3cr3t/);
});
