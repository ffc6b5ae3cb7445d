-- CreateTable
CREATE TABLE "Envelope" (
    "caseId" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "Envelope_pkey" PRIMARY KEY ("caseId")
);

-- AddForeignKey
ALTER TABLE "Envelope" ADD CONSTRAINT "Envelope_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Encrypted, and compressed before: PostgreSQL need not try.
ALTER TABLE "Envelope" ALTER COLUMN "content" SET STORAGE EXTERNAL;

CREATE CONSTRAINT TRIGGER "Envelope_stored_bytes" AFTER INSERT OR UPDATE OR DELETE ON "Envelope" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_stored_bytes();
