/** Columns a row of a token has had from its first movement on: rows of the version before are folded again. */
const SUMS = {
    cumulative_transferred: 'numeric',
    cumulative_internal: 'numeric',
    sum_of_squares: 'numeric',
    supply_seconds: 'numeric',
    hour_accounts: 'integer',
    day_accounts: 'integer',
    week_accounts: 'integer',
    month_accounts: 'integer',
}

module.exports = class Usage1796000700000 {
    name = 'Usage1796000700000'

    async up(db) {
        await db.query(`CREATE TABLE "payment_reference" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "token" text NOT NULL, "from" text NOT NULL, "to" text NOT NULL, "reference" text NOT NULL, "amount" numeric NOT NULL, "height" integer NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "tx_hash" text NOT NULL, "record" text NOT NULL, CONSTRAINT "PK_5e5bd6f071edb08fb28719b2f0e" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_103701b79693dd44922031e41d" ON "payment_reference" ("from") `)
        await db.query(`CREATE INDEX "IDX_5dd0bfdc4c660ac1ec90093162" ON "payment_reference" ("to") `)
        await db.query(`CREATE TABLE "custody_transfer" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "component" text NOT NULL, "from" text NOT NULL, "to" text NOT NULL, "from_custody" boolean NOT NULL, "to_custody" boolean NOT NULL, "amount" numeric NOT NULL, "amount_usd" numeric NOT NULL, "cause" text NOT NULL, "cause_record" text, "asset" text, "principal" numeric, "height" integer NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "tx_hash" text NOT NULL, "record" text NOT NULL, CONSTRAINT "PK_565f5179ee5aacc02ea54726839" PRIMARY KEY ("id"))`)
        await db.query(`CREATE INDEX "IDX_e56dff471e9346fddcf01983e8" ON "custody_transfer" ("chain_id", "height") `)
        await db.query(`CREATE TABLE "transfer_trail" ("id" character varying NOT NULL, "chain_id" integer NOT NULL, "tx_hash" text NOT NULL, "steps" jsonb NOT NULL, "updated_height" integer NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_9583a7dffbf25776b7dc3f61d4a" PRIMARY KEY ("id"))`)
        for (const [column, type] of Object.entries(SUMS)) {
            await db.query(`ALTER TABLE "token" ADD "${column}" ${type} NOT NULL DEFAULT 0`)
            await db.query(`ALTER TABLE "token" ALTER COLUMN "${column}" DROP DEFAULT`)
        }
        await db.query(`ALTER TABLE "token_balance" ADD "moved_at" TIMESTAMP WITH TIME ZONE`)
        await db.query(`ALTER TABLE "token_balance" ADD "moved_before_at" TIMESTAMP WITH TIME ZONE`)
        for (const column of ['cause', 'cause_record', 'asset']) {
            await db.query(`ALTER TABLE "transfer" ADD "${column}" text`)
        }
        await db.query(`ALTER TABLE "transfer" ADD "principal" numeric`)
    }

    async down(db) {
        for (const column of ['cause', 'cause_record', 'asset', 'principal']) {
            await db.query(`ALTER TABLE "transfer" DROP COLUMN "${column}"`)
        }
        for (const column of ['moved_at', 'moved_before_at']) {
            await db.query(`ALTER TABLE "token_balance" DROP COLUMN "${column}"`)
        }
        for (const column of Object.keys(SUMS)) {
            await db.query(`ALTER TABLE "token" DROP COLUMN "${column}"`)
        }
        await db.query(`DROP TABLE "transfer_trail"`)
        await db.query(`DROP TABLE "custody_transfer"`)
        await db.query(`DROP TABLE "payment_reference"`)
    }
}
