-- CreateTable
CREATE TABLE "Envelope" (
    "caseId" TEXT NOT NULL PRIMARY KEY,
    "content" BLOB NOT NULL,
    CONSTRAINT "Envelope_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
