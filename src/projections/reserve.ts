import {tokenOf} from '../domain/balance';
import {custodyKeys, evolveCustody, type CustodyBalanceRow} from '../domain/custodyBalance';
import {chainRowId, factId} from '../domain/ids';
import {priceFact, type PriceObservationRow} from '../domain/priceObservation';
import {evolveRedeemer, REDEEMER_EVENTS, redeemerKeys, type RedeemerStateRow} from '../domain/redeemerState';
import {
  componentKey,
  evolveComponent,
  evolveState,
  reportFact,
  type ReserveComponentRow,
  type ReserveReportRow,
  type ReserveStateRow,
} from '../domain/reserve';
import {CustodyBalance, PriceObservation, RedeemerState, ReserveComponent, ReserveReport, ReserveState} from '../model';
import {projection} from './projection';
import {token} from './token';

export const reserveComponent = projection<
  ReserveComponentRow,
  'CustodyTransferred' | 'TbillMoved' | 'ReserveAnswered'
>({
  name: 'reserveComponent',
  version: 1,
  kind: 'state',
  entity: ReserveComponent,
  handles: ['CustodyTransferred', 'TbillMoved', 'ReserveAnswered'],
  keys: (event) => [componentKey(event)],
  evolve: evolveComponent,
});

export const reserveReport = projection<ReserveReportRow, 'ReserveAnswered'>({
  name: 'reserveReport',
  version: 1,
  kind: 'fact',
  entity: ReserveReport,
  handles: ['ReserveAnswered'],
  keys: (event) => [factId(event.meta.record, event.meta.part)],
  evolve: (_row, event) => reportFact(event),
});

export const reserveState = projection<
  ReserveStateRow,
  'TokenTransferred' | 'CustodyTransferred' | 'TbillMoved' | 'ReserveAnswered'
>({
  name: 'reserveState',
  version: 1,
  kind: 'state',
  entity: ReserveState,
  handles: ['TokenTransferred', 'CustodyTransferred', 'TbillMoved', 'ReserveAnswered'],
  keys: (event) =>
    event.type === 'TokenTransferred' && event.meta.role !== 'aid' ? [] : [chainRowId(event.meta.chainId)],
  reads: (event) =>
    event.type === 'TokenTransferred'
      ? [{projection: token, id: tokenOf(event)}]
      : [{projection: reserveComponent, id: componentKey(event)}],
  evolve: (row, event, _id, read) => {
    if (event.type !== 'TokenTransferred') {
      return evolveState(row, event, {component: read(reserveComponent, componentKey(event))});
    }
    const aid = read(token, tokenOf(event));
    return aid?.totalSupply === row?.liabilities ? row : evolveState(row, event, {aid});
  },
});

export const custodyBalance = projection<CustodyBalanceRow, 'CustodyTransferred'>({
  name: 'custodyBalance',
  version: 1,
  kind: 'state',
  entity: CustodyBalance,
  handles: ['CustodyTransferred'],
  keys: custodyKeys,
  evolve: evolveCustody,
});

export const redeemerState = projection<RedeemerStateRow, (typeof REDEEMER_EVENTS)[number]>({
  name: 'redeemerState',
  version: 1,
  kind: 'state',
  entity: RedeemerState,
  handles: REDEEMER_EVENTS,
  keys: redeemerKeys,
  evolve: evolveRedeemer,
});

export const priceObservation = projection<PriceObservationRow, 'PriceAnswered'>({
  name: 'priceObservation',
  version: 1,
  kind: 'fact',
  entity: PriceObservation,
  handles: ['PriceAnswered'],
  keys: (event) => [factId(event.meta.record, event.meta.part)],
  evolve: (_row, event) => priceFact(event),
});
