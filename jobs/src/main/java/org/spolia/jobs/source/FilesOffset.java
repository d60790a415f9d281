package org.spolia.jobs.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.connector.read.streaming.Offset;

/** The position of a stream: a number of files of its manifest. */
final class FilesOffset extends Offset {
    private static final Pattern JSON = Pattern.compile("\\{\"files\":(\\d{1,9})}");

    private final int files;

    FilesOffset(int files) {
        this.files = files;
    }

    static FilesOffset parse(String json) {
        Matcher matcher = JSON.matcher(json);
        if (!matcher.matches()) {
            throw new IllegalStateException("Offset " + json + " in the checkpoint is not one of this source; was the"
                    + " checkpoint written by another query?");
        }
        return new FilesOffset(Integer.parseInt(matcher.group(1)));
    }

    int files() {
        return files;
    }

    /** Spark compares offsets by this text. */
    @Override
    public String json() {
        return "{\"files\":" + files + "}";
    }
}
