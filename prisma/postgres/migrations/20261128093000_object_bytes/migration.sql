-- AlterTable
ALTER TABLE "StoredDocument" ADD COLUMN "objectBytes" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "StoredDocument_objectBytes_idx" ON "StoredDocument"("objectBytes");

-- The room that is left counts what lies in the bucket, too.
CREATE OR REPLACE FUNCTION count_stored_bytes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change BIGINT := 0;
  -- Of a row besides its contents: its header, its entries in indexes and its short columns.
  row_bytes CONSTANT INTEGER := 256;
BEGIN
  IF TG_TABLE_NAME = 'Case' THEN
    IF TG_OP <> 'INSERT' THEN change := change - row_bytes - octet_length(OLD."title") - octet_length(OLD."note"); END IF;
    IF TG_OP <> 'DELETE' THEN change := change + row_bytes + octet_length(NEW."title") + octet_length(NEW."note"); END IF;
  ELSIF TG_TABLE_NAME = 'Attempt' THEN
    IF TG_OP <> 'INSERT' THEN change := change - row_bytes - octet_length(OLD."report"); END IF;
    IF TG_OP <> 'DELETE' THEN change := change + row_bytes + octet_length(NEW."report"); END IF;
  ELSIF TG_TABLE_NAME = 'StoredDocument' THEN
    IF TG_OP <> 'INSERT' THEN change := change - row_bytes - octet_length(OLD."content") - OLD."objectBytes"; END IF;
    IF TG_OP <> 'DELETE' THEN change := change + row_bytes + octet_length(NEW."content") + NEW."objectBytes"; END IF;
  ELSE
    IF TG_OP <> 'INSERT' THEN change := change - row_bytes - octet_length(OLD."content"); END IF;
    IF TG_OP <> 'DELETE' THEN change := change + row_bytes + octet_length(NEW."content"); END IF;
  END IF;
  IF change <> 0 THEN
    UPDATE "StoredBytes" SET "bytes" = "bytes" + change WHERE "part" = pg_backend_pid() % 16;
  END IF;
  RETURN NULL;
END $$;
