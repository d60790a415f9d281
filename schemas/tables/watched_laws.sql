CREATE TABLE watched_laws (
  law_id STRING NOT NULL COMMENT 'sha256 of features_id, variables and expression, hexadecimal',
  features_id STRING NOT NULL COMMENT 'The rows that the law is about, as in features',
  variables ARRAY<STRING> NOT NULL COMMENT 'Names of the columns of these rows, in their order',
  expression STRING NOT NULL COMMENT 'The law in infix notation; its constants keep their bits',
  stream STRING NOT NULL COMMENT 'sha256 of the laws that are evaluated together, because they were known at the same time'
)
USING delta
COMMENT 'The laws that stage watch evaluates on new rows: each once, whatever experiments ask for it'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'law_id',
  'spolia.digest' = 'false',
  'delta.minReaderVersion' = '1',
  'delta.appendOnly' = 'true',
  'delta.constraints.with_variables' = 'size(variables) >= 1'
)
