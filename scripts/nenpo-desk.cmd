@echo off
rem Opens the desk of nenpo by a double click. A report's folder that is dropped on this file is opened.
rem It is to be beside nenpo.exe; otherwise the nenpo that is on the path runs.
setlocal
title nenpo
set "NENPO=%~dp0nenpo.exe"
if not exist "%NENPO%" set "NENPO=nenpo.exe"
if "%~1"=="" ("%NENPO%" serve) else ("%NENPO%" serve "%~1")
if errorlevel 1 pause
