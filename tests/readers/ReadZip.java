import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** Prints "reader crc size name" for each entry, as Java's two zip readers see it; run by `java ReadZip.java a.zip`. */
class ReadZip {
  public static void main(String[] arguments) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new FileInputStream(arguments[0]))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) print("stream", entry, zip);
    }
    try (ZipFile zip = new ZipFile(arguments[0])) {
      for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        try (InputStream content = zip.getInputStream(entry)) {
          print("file", entry, content);
        }
      }
    }
  }

  private static void print(String reader, ZipEntry entry, InputStream content) throws IOException {
    byte[] bytes = content.readAllBytes();
    CRC32 crc = new CRC32();
    crc.update(bytes);
    System.out.println(reader + " " + crc.getValue() + " " + bytes.length + " " + entry.getName());
  }
}
