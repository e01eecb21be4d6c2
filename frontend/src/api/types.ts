/** Names for the shapes of the published contracts; nothing here is written by hand but the names. */
import type { RiskResult, Schemas } from './provisional';

export type { paths } from './provisional';
export type { RiskResult };
export type Me = Schemas['Me'];
export type Preferences = Schemas['Preferences'];
export type Portfolio = Schemas['Portfolio'];
export type Transaction = Schemas['Transaction'];
export type Holding = Schemas['Holding'];
export type Holdings = Schemas['Holdings'];
export type Valuation = Schemas['Valuation'];
export type Import = Schemas['Import'];
export type ImportRow = Schemas['ImportRow'];
export type Analysis = Schemas['Analysis'];
export type AccessToken = Schemas['AccessToken'];
