/** Who owes a deal, where, and what of the principal he keeps as a cash reserve; made up. */
export interface Borrower {
  readonly obligor: string;
  readonly region: string;
  /** Basis points of the principal; null where the terms demand none */
  readonly reserveBps: number | null;
}

const TIDEWATER = {obligor: 'Tidewater Compute Pte', region: 'SG'};
const BOREAL = {obligor: 'Boreal Data Halls AB', region: 'SE'};

/** The borrowers by the code of their deals: some owe several. */
export const BORROWERS: Readonly<Record<string, Borrower>> = {
  'GPU-H200-01': {...TIDEWATER, reserveBps: 660},
  'DC-COLO-01': {...BOREAL, reserveBps: 600},
  'ROBOT-FLEET-01': {obligor: 'Kestrel Robotics Ltd', region: 'JP', reserveBps: 500},
  'GPU-BRIDGE-01': {...TIDEWATER, reserveBps: 500},
  'GPU-EQUITY-01': {obligor: 'Lumen Clusters Inc', region: 'US', reserveBps: null},
  'GPU-GB200-01': {obligor: 'Lumen Clusters Inc', region: 'US', reserveBps: 700},
  'DC-POWER-01': {...BOREAL, reserveBps: 600},
  'GPU-BRIDGE-02': {obligor: 'Saffron Cloud Sdn', region: 'MY', reserveBps: 550},
  'DC-EQUITY-01': {...BOREAL, reserveBps: null},
  'ROBOT-ARM-02': {obligor: 'Orchard Automation KK', region: 'JP', reserveBps: 650},
};
