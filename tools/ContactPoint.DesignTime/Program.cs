// Start-up project of `dotnet ef` for every owner's migrations. See add-migration.sh beside it; the host and the tool never reference it.
return 0;
