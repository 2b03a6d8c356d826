export {
  LedgerKind,
  LedgerOutcome,
  sectorOf,
  type LedgerEntry,
  type LedgerHead,
  type LedgerItem,
  type LedgerRecord,
  type LedgerViewer,
} from './record.js';
export {
  createLedger,
  type Ledger,
  type LedgerOptions,
  type LedgerReader,
  type LedgerSpan,
} from './ledger.js';
export type { GroupCommitLimits } from './group-commit.js';
export type { LedgerLogger } from './outage-log.js';
export { ledgerMigrations, type LedgerMigrationOptions } from './migration.js';
export { ledgerEntity } from './entity.js';
export { verifyLedger, type LedgerProblem, type LedgerVerification, type VerifyOptions } from './verify.js';
export { CHECKPOINT_TYPE, readCheckpoint, signCheckpoint, type Checkpoint } from './checkpoint.js';
export { BARRED, DELAY_DAYS, Visibility, visibilityOf, withheldRules } from './visibility.js';
export { reportLines, type ReportLine } from './report-lines.js';
export { DifferenceKind, differenceLabels, reconcile, type Difference } from './reconcile.js';
export { reconcileLedgers, type ReconcileOptions, type ReconcileProgress } from './reconcile-ledgers.js';
