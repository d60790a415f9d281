CREATE TABLE trials (
  trial_id STRING NOT NULL COMMENT 'sha256 of everything that determines the result, hexadecimal',
  problem_id STRING NOT NULL COMMENT 'The problem',
  dataset_id STRING NOT NULL COMMENT 'The observations',
  operator_set_id STRING NOT NULL COMMENT 'The operator set',
  operators ARRAY<STRING> NOT NULL COMMENT 'Operators that the search may use, by name or by their definition',
  search_options STRING NOT NULL COMMENT 'Options of the search as canonical JSON',
  noise DOUBLE NOT NULL COMMENT 'Standard deviation of the added noise, as a share of that of the target, or of each field of a simulation (1)',
  data_seed BIGINT NOT NULL COMMENT 'Seed of the rows, their split and their noise',
  shortcut BOOLEAN NOT NULL COMMENT 'Whether the data have the column shortcut, which follows the target in the training range and is meaningless outside',
  seed BIGINT NOT NULL COMMENT 'Seed of the search',
  complexity_prior STRING NOT NULL COMMENT 'Source of the costs of operators in search_options: uniform (each 1), corpus, utility or shuffled',
  evaluations BIGINT NOT NULL COMMENT 'Budget of the search (expressions evaluated on the training rows)',
  revision INT NOT NULL COMMENT 'Revision of the search engine; increases whenever its results change',
  estimated_node_rows BIGINT NOT NULL COMMENT 'Expected work of the search (nodes times rows), which orders the trials'
)
USING delta
COMMENT 'One row per search to run; the rows of a file of this table are admitted, and can be lost, together'
TBLPROPERTIES (
  'spolia.schema.version' = '2',
  'spolia.key' = 'trial_id',
  'delta.minReaderVersion' = '1',
  'delta.appendOnly' = 'true',
  'delta.autoOptimize.optimizeWrite' = 'false',
  'delta.autoOptimize.autoCompact' = 'false',
  'delta.constraints.some_operator' = 'size(operators) > 0',
  'delta.constraints.known_prior' = 'complexity_prior IN (''uniform'', ''corpus'', ''utility'', ''shuffled'')',
  'delta.constraints.finite_noise' = 'noise >= 0 AND noise <= 1.7976931348623157E308D',
  'delta.constraints.positive_budget' = 'evaluations > 0'
)
