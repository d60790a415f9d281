CREATE TABLE operator_sets (
  operator_set_id STRING NOT NULL COMMENT 'sha256 of the operators, and of where concepts among them come from, hexadecimal',
  name STRING NOT NULL COMMENT 'Name under which the set was first planned; sets with concepts share it, since which they are depends on the problem',
  operators ARRAY<STRING> NOT NULL COMMENT 'Operators by name, or by the formula that defines them, in the fixed order of the engine',
  concepts STRING NOT NULL COMMENT 'none; mined: the base and pieces that laws of other problems have in common; random: the base and pieces of these laws drawn at random',
  base_id STRING COMMENT 'The set of operators without the pieces; NULL where concepts is none'
)
USING delta
COMMENT 'One row per set of operators that a trial may use'
TBLPROPERTIES (
  'spolia.schema.version' = '2',
  'spolia.key' = 'operator_set_id',
  'delta.minReaderVersion' = '1',
  'delta.constraints.some_operator' = 'size(operators) > 0',
  'delta.constraints.known_concepts' = 'concepts IN (''none'', ''mined'', ''random'') AND (base_id IS NULL) = (concepts = ''none'')'
)
