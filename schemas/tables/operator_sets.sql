CREATE TABLE operator_sets (
  operator_set_id STRING NOT NULL COMMENT 'sha256 of the operators, hexadecimal',
  name STRING NOT NULL COMMENT 'Name under which the set was first planned',
  operators ARRAY<STRING> NOT NULL COMMENT 'Operators by name, or by the formula that defines them, in the fixed order of the engine'
)
USING delta
COMMENT 'One row per set of operators that a trial may use'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'operator_set_id',
  'delta.minReaderVersion' = '1',
  'delta.constraints.some_operator' = 'size(operators) > 0'
)
