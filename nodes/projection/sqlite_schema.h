#pragma once

namespace aurigraph::projection {

/// Digests and keys are 32-byte blobs, 128-bit amounts decimal text, times nanoseconds.
inline constexpr const char* kSqliteMeta =
    "CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID";

/// Raised by every change below: a file of another version is emptied and filled from the chain again.
inline constexpr unsigned kSqliteSchemaVersion = 4;
inline constexpr const char* kSqliteSchema = R"sql(
CREATE TABLE IF NOT EXISTS blocks (
  height INTEGER PRIMARY KEY, hash BLOB NOT NULL, time INTEGER NOT NULL, term INTEGER NOT NULL,
  batches INTEGER NOT NULL, operations INTEGER NOT NULL, failed INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS batches (
  digest BLOB NOT NULL, height INTEGER NOT NULL, position INTEGER NOT NULL, author BLOB NOT NULL,
  session INTEGER NOT NULL, request INTEGER NOT NULL, kind INTEGER NOT NULL, result BLOB NOT NULL,
  PRIMARY KEY (height, position)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS batches_digest ON batches (digest, height, position);
CREATE TABLE IF NOT EXISTS identities (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, organisation TEXT NOT NULL, roles INTEGER NOT NULL,
  since INTEGER NOT NULL, blocked INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS keys (
  sequence INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, identity INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS keys_identity ON keys (identity, sequence);
CREATE TABLE IF NOT EXISTS accounts (
  identity INTEGER NOT NULL, token INTEGER NOT NULL, since INTEGER NOT NULL,
  PRIMARY KEY (identity, token)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tokens (
  id INTEGER PRIMARY KEY, symbol TEXT NOT NULL UNIQUE, name TEXT NOT NULL, asset INTEGER NOT NULL,
  issuer INTEGER NOT NULL, decimals INTEGER NOT NULL, supply TEXT NOT NULL, issued_at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS assets (
  id INTEGER PRIMARY KEY, asset_key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, template INTEGER NOT NULL,
  issuer INTEGER NOT NULL, token INTEGER NOT NULL, registered_at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS records (
  sequence INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, category INTEGER NOT NULL, kind INTEGER NOT NULL,
  origin INTEGER NOT NULL, asset_key TEXT NOT NULL, source TEXT NOT NULL, score INTEGER NOT NULL,
  band INTEGER NOT NULL, decision INTEGER NOT NULL, submitter INTEGER NOT NULL,
  admitted_at INTEGER NOT NULL, height INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS records_asset ON records (asset_key, sequence);
CREATE INDEX IF NOT EXISTS records_decision ON records (decision, sequence);
CREATE INDEX IF NOT EXISTS records_band ON records (band, sequence);
CREATE INDEX IF NOT EXISTS records_category ON records (category, sequence);
CREATE TABLE IF NOT EXISTS asset_records (
  record BLOB NOT NULL, asset INTEGER NOT NULL, PRIMARY KEY (record, asset)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reviews (
  record BLOB NOT NULL, reviewer INTEGER NOT NULL, decision INTEGER NOT NULL, reason INTEGER NOT NULL,
  decided_at INTEGER NOT NULL, PRIMARY KEY (record, decided_at)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS events (
  height INTEGER NOT NULL, idx INTEGER NOT NULL, topic TEXT NOT NULL, data TEXT NOT NULL,
  PRIMARY KEY (height, idx)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS certificates (
  checkpoint INTEGER PRIMARY KEY, height INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS certificates_height ON certificates (height);
)sql";

}  // namespace aurigraph::projection
