-- AlterTable
ALTER TABLE "StoredDocument" ADD COLUMN "object" TEXT;

-- CreateTable
CREATE TABLE "LooseObject" (
    "key" TEXT NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LooseObject_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "LooseObject_until_idx" ON "LooseObject"("until");

-- CreateIndex
CREATE UNIQUE INDEX "StoredDocument_object_key" ON "StoredDocument"("object");
