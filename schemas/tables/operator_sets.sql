CREATE TABLE operator_sets (
  operator_set_id STRING NOT NULL COMMENT 'sha256 of the operators, and of the source of concepts among them, hexadecimal',
  name STRING NOT NULL COMMENT 'Name under which the set was first planned; sets with concepts share it, because their concepts depend on the problem',
  operators ARRAY<STRING> NOT NULL COMMENT 'Operators by name, or by their definition, in the fixed order of the engine',
  concepts STRING NOT NULL COMMENT 'none; mined: the base and pieces that laws of other problems share; random: the base and pieces of these laws drawn at random',
  base_id STRING COMMENT 'The operator set without the pieces; NULL if concepts is none'
)
USING delta
COMMENT 'One row per operator set that a trial may use'
TBLPROPERTIES (
  'spolia.schema.version' = '2',
  'spolia.key' = 'operator_set_id',
  'delta.minReaderVersion' = '1',
  'delta.constraints.some_operator' = 'size(operators) > 0',
  'delta.constraints.known_concepts' = 'concepts IN (''none'', ''mined'', ''random'') AND (base_id IS NULL) = (concepts = ''none'')'
)
