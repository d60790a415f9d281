package org.spolia.jobs.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReadStore;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a file that are read, in the requested order.
 *
 * @param type the type of these columns in the file
 * @param wanted the requested columns in Spark's types
 */
record FileColumns(MessageType type, StructType wanted) {
    /** A list, its entries, and the element of an entry. */
    private static final int LEVELS_OF_LISTS = 3;

    private static final String OLD_LEVELS = "BIT_PACKED";

    /**
     * Returns whether these columns can be read here, from files with Spark's layout, and some are arrays of real
     * numbers.
     */
    static boolean suit(StructType wanted) {
        boolean any = false;
        for (StructField field : wanted.fields()) {
            Optional<Element> element = Element.of(field.dataType());
            if (element.isEmpty() && Plain.of(field.dataType()).isEmpty()) {
                return false;
            }
            any |= element.filter(Element::isReal).isPresent();
        }
        return any;
    }

    /** Returns these columns of a file; empty if it lacks one, or its layout differs from Spark's. */
    static Optional<FileColumns> of(ParquetMetadata file, StructType wanted) {
        MessageType schema = file.getFileMetaData().getSchema();
        List<Type> types = new ArrayList<>();
        for (StructField field : wanted.fields()) {
            if (!schema.containsField(field.name())) {
                return Optional.empty();
            }
            types.add(schema.getType(field.name()));
        }
        FileColumns columns = new FileColumns(new MessageType(schema.getName(), types), wanted);
        return columns.areAsWanted() && !columns.haveOldLevels(file) ? Optional.of(columns) : Optional.empty();
    }

    private boolean areAsWanted() {
        StructType found = new ParquetToSparkSchemaConverter(new SQLConf()).convert(type);
        for (int i = 0; i < wanted.length(); i++) {
            DataType dataType = wanted.apply(i).dataType();
            if (!found.apply(i).dataType().simpleString().equals(dataType.simpleString())) {
                return false;
            }
            Optional<Element> element = Element.of(dataType);
            if (element.isPresent()
                    ? !isList(i, element.get())
                    : !isStoredAs(i, Plain.of(dataType).map(Plain::stored))) {
                return false;
            }
        }
        return true;
    }

    private boolean isList(int column, Element element) {
        return !type.getType(column).isPrimitive()
                && descriptor(column).getPath().length == LEVELS_OF_LISTS
                && descriptor(column).getMaxRepetitionLevel() == 1
                && isStoredAs(column, Optional.of(element.stored()));
    }

    private boolean isStoredAs(int column, Optional<PrimitiveTypeName> stored) {
        return stored.equals(Optional.of(descriptor(column).getPrimitiveType().getPrimitiveTypeName()));
    }

    /** Returns whether levels of a list may have an encoding that is no longer written. */
    private boolean haveOldLevels(ParquetMetadata file) {
        Set<String> lists = type.getColumns().stream()
                .filter(column -> column.getMaxRepetitionLevel() > 0)
                .map(column -> String.join(".", column.getPath()))
                .collect(Collectors.toSet());
        for (BlockMetaData group : file.getBlocks()) {
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                if (lists.contains(chunk.getPath().toDotString()) && hasOldLevels(chunk)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasOldLevels(ColumnChunkMetaData chunk) {
        return chunk.getEncodings().stream()
                .anyMatch(encoding -> encoding.name().equals(OLD_LEVELS));
    }

    /** Every column has one leaf, because other columns are not requested. */
    private ColumnDescriptor descriptor(int column) {
        return type.getColumns().get(column);
    }

    /** Returns the readers of the columns in a row group. */
    List<CellReader> readers(PageReadStore group, ColumnReadStore plain, UnsafeRowWriter row) {
        List<CellReader> readers = new ArrayList<>();
        for (int i = 0; i < wanted.length(); i++) {
            DataType dataType = wanted.apply(i).dataType();
            ColumnDescriptor descriptor = descriptor(i);
            Type list = type.getType(i);
            readers.add(Element.of(dataType)
                    .<CellReader>map(element -> new ArrayReader(
                            descriptor,
                            group.getPageReader(descriptor),
                            element,
                            list.isRepetition(Type.Repetition.OPTIONAL) ? 1 : 0,
                            row))
                    .orElseGet(() -> new PlainReader(
                            plain.getColumnReader(descriptor),
                            Plain.of(dataType).orElseThrow())));
        }
        return readers;
    }
}
