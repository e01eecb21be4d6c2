/** Names for the shapes of the published contracts; nothing here is written by hand but the names. */
import type { components, paths as PortfolioPaths } from './generated/portfolio-service';
import type { AnalysisPaths } from './provisional';

type Schemas = components['schemas'];

export type paths = PortfolioPaths & AnalysisPaths;
export type { Analysis, RiskResult } from './provisional';
export type Me = Schemas['MeView'];
export type Preferences = Schemas['Preferences'];
export type Portfolio = Schemas['PortfolioView'];
export type Transaction = Schemas['TransactionView'];
export type Holding = Schemas['HoldingView'];
export type Holdings = Schemas['HoldingsView'];
export type Valuation = Schemas['ValuationView'];
export type ValueHistory = Schemas['ValueHistoryView'];
export type Import = Schemas['ImportView'];
export type ImportRow = Schemas['RowView'];
export type AccessToken = Schemas['TokenView'];
