<?php
// Prints "crc size name" for each entry of a zip, as PHP's ZipArchive (Moodle's reader) reads it.
$zip = new ZipArchive();
if ($zip->open($argv[1], ZipArchive::CHECKCONS) !== true) {
    fwrite(STDERR, "ZipArchive refuses the file\n");
    exit(1);
}
for ($index = 0; $index < $zip->numFiles; $index++) {
    $content = $zip->getFromIndex($index);
    echo crc32($content), ' ', strlen($content), ' ', $zip->getNameIndex($index), "\n";
}
