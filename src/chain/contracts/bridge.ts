import * as abi from '../../abi/bridge';
import {defineContract, on} from '../contract';
import {ROLE_RULES} from './standard';

/** One end of AID's bridge: burns what leaves, mints what arrives; `guid` names a message on both chains. */
export const bridge = defineContract({
  role: 'bridge',
  abis: [abi],
  on: [
    on(abi.events.OFTSent, ({guid, dstEid, fromAddress, amountSentLD, amountReceivedLD}) => ({
      type: 'BridgeSent',
      guid,
      dstEid,
      from: fromAddress,
      amountSent: amountSentLD,
      amountReceived: amountReceivedLD,
    })),
    on(abi.events.OFTReceived, ({guid, srcEid, toAddress, amountReceivedLD}) => ({
      type: 'BridgeReceived',
      guid,
      srcEid,
      to: toAddress,
      amount: amountReceivedLD,
    })),
    on(abi.events.PeerSet, ({eid, peer}) => ({type: 'BridgePeerSet', eid, peer})),
    ...ROLE_RULES,
  ],
});
