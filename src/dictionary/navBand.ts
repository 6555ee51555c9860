import {VAULT_EVENTS} from '../domain/stakingVault';
import {each, nullable, plain, typesOf} from './definition';

const NO_BAND = {NOT_APPLICABLE: 'the network sets no band at the block of the mark'};

export const navBandTypes = typesOf('navBand', VAULT_EVENTS, {
  NavBandAnswer: {
    steps: plain('-', 'a step without an earlier mark, or with a NAV that the vault does not tell, is left out'),
    suspectCount: plain('count'),
  },
  NavBandPart: {
    ...each(plain('-'), 'nav'),
    ...each(plain('UTC'), 'from', 'to'),
    ...each(plain('AID per share'), 'before', 'after'),
    step: plain('fraction'),
    lower: nullable('AID per share', NO_BAND),
    upper: nullable('AID per share', NO_BAND, 'dt: seconds between the two marks; year of the basis asked for'),
    flag: nullable('-', NO_BAND),
  },
});
