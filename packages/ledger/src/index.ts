export {
  LedgerKind,
  LedgerOutcome,
  type LedgerEntry,
  type LedgerHead,
  type LedgerItem,
  type LedgerRecord,
  type LedgerViewer,
} from './record.js';
export { createLedger, type Ledger, type LedgerOptions } from './ledger.js';
export type { GroupCommitLimits, LedgerLogger } from './group-commit.js';
export { ledgerMigration, type LedgerMigrationOptions } from './migration.js';
export { ledgerEntity } from './entity.js';
export { verifyLedger, type LedgerProblem, type LedgerVerification } from './verify.js';
