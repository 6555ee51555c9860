import type {Client} from 'pg';
import type {Network} from '../chain/networks';
import {HeldState} from './heldState';
import {Ledger, type Difference, type Uncompared} from './ledger';
import type {AuditNode, Place} from './node';
import {Scope, type Subject} from './subject';
import {SUBJECTS} from './subjects';

/** What came of one block. */
export interface AuditedBlock extends Place {
  /** How many values were compared, by subject */
  readonly compared: Readonly<Record<string, number>>;
  /** Every value that has no answer on the chain, with the reason */
  readonly notCompared: readonly Uncompared[];
  /** Every value that differs; empty where the tables are what the chain says */
  readonly differences: readonly Difference[];
}

/**
 * Compares the tables as of a block with what the chain answers at that block's hash. The connection should be in one
 * snapshot, or blocks may be taken back meanwhile.
 * @param onSubject called after each subject
 * @throws UserError when the node does not have the block, or does not answer
 */
export async function auditBlock(
  db: Client,
  network: Network,
  node: AuditNode,
  place: Place,
  onSubject: () => void,
): Promise<AuditedBlock> {
  await node.mustKnow(place);
  const held = new HeldState(db, network.chainId, place.height);
  const compared: Record<string, number> = {};
  const notCompared: Uncompared[] = [];
  const differences: Difference[] = [];
  for (const subject of SUBJECTS) {
    const ledger = new Ledger(subject.name);
    await auditSubject(subject, new Scope(network, held, place, node, ledger));
    await ledger.settled();
    compared[subject.name] = ledger.compared;
    notCompared.push(...ledger.notCompared);
    differences.push(...ledger.differences);
    onSubject();
  }
  return {...place, compared, notCompared, differences};
}

/** A row of another shape than its projection writes stops the arithmetic of its subject: told, and the others go on. */
async function auditSubject(subject: Subject, scope: Scope): Promise<void> {
  try {
    await subject.audit(scope);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    const field = {projection: subject.name, row: 'one of its rows', field: 'shape'};
    scope.compare(field, `cannot be read (${error.message}); gaib-squid verify names it`, null);
  }
}
