module.exports = class ChainCustody1795456200000 {
    name = 'ChainCustody1795456200000'

    async up(db) {
        await db.query(`ALTER TABLE "chain" ADD "custody" text array NOT NULL DEFAULT '{}'`)
        await db.query(`ALTER TABLE "chain" ALTER COLUMN "custody" DROP DEFAULT`)
    }

    async down(db) {
        await db.query(`ALTER TABLE "chain" DROP COLUMN "custody"`)
    }
}
