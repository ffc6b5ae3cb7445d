-- CreateTable
CREATE TABLE "Case" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "deletedAt" TIMESTAMP(3),
    "manageTokenHash" TEXT NOT NULL,
    "passwordHash" TEXT,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Creation" (
    "keyHash" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "salt" BYTEA NOT NULL,
    "fingerprint" TEXT NOT NULL,

    CONSTRAINT "Creation_pkey" PRIMARY KEY ("keyHash")
);

-- CreateTable
CREATE TABLE "RateCounter" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "RateCounter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Job" (
    "name" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,
    "runs" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Job_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "after" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "engineVersion" TEXT NOT NULL,
    "report" BYTEA NOT NULL,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredDocument" (
    "id" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "lines" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "StoredDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredBytes" (
    "part" INTEGER NOT NULL,
    "bytes" BIGINT NOT NULL,

    CONSTRAINT "StoredBytes_pkey" PRIMARY KEY ("part")
);

-- CreateIndex
CREATE INDEX "Case_deletedAt_expiresAt_idx" ON "Case"("deletedAt", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Creation_caseId_key" ON "Creation"("caseId");

-- CreateIndex
CREATE INDEX "RateCounter_expire_idx" ON "RateCounter"("expire");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_caseId_number_key" ON "Attempt"("caseId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "StoredDocument_attemptId_name_key" ON "StoredDocument"("attemptId", "name");

-- AddForeignKey
ALTER TABLE "Creation" ADD CONSTRAINT "Creation_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredDocument" ADD CONSTRAINT "StoredDocument_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Compressed already: PostgreSQL need not try.
ALTER TABLE "Attempt" ALTER COLUMN "report" SET STORAGE EXTERNAL;
ALTER TABLE "StoredDocument" ALTER COLUMN "content" SET STORAGE EXTERNAL;

-- How much is stored, as the sum of 16 parts. Each transaction adds to one of them, by its connection, as the last thing
-- that it does: nobody waits for a part while somebody who waits for another row holds it.
INSERT INTO "StoredBytes" SELECT part, 0 FROM generate_series(0, 15) AS part;

CREATE FUNCTION count_stored_bytes() RETURNS trigger LANGUAGE plpgsql AS $$
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
  ELSE
    IF TG_OP <> 'INSERT' THEN change := change - row_bytes - octet_length(OLD."content"); END IF;
    IF TG_OP <> 'DELETE' THEN change := change + row_bytes + octet_length(NEW."content"); END IF;
  END IF;
  IF change <> 0 THEN
    UPDATE "StoredBytes" SET "bytes" = "bytes" + change WHERE "part" = pg_backend_pid() % 16;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "Case_stored_bytes" AFTER INSERT OR UPDATE OR DELETE ON "Case" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_stored_bytes();
CREATE CONSTRAINT TRIGGER "Attempt_stored_bytes" AFTER INSERT OR UPDATE OR DELETE ON "Attempt" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_stored_bytes();
CREATE CONSTRAINT TRIGGER "StoredDocument_stored_bytes" AFTER INSERT OR UPDATE OR DELETE ON "StoredDocument" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_stored_bytes();
