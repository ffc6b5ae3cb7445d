-- AlterTable
ALTER TABLE "StoredDocument" ADD COLUMN "object" TEXT;

-- CreateTable
CREATE TABLE "LooseObject" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "until" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "LooseObject_until_idx" ON "LooseObject"("until");

-- CreateIndex
CREATE UNIQUE INDEX "StoredDocument_object_key" ON "StoredDocument"("object");
