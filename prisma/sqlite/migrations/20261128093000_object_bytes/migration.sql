-- AlterTable
ALTER TABLE "StoredDocument" ADD COLUMN "objectBytes" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "StoredDocument_objectBytes_idx" ON "StoredDocument"("objectBytes");
